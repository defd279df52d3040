interface Props {
  text: string;
}

/** Words with an address in them, which goes on to the next line behind its @ rather than anywhere. */
export function Breakable({ text }: Props) {
  const [before = '', ...after] = text.split('@');
  return (
    <span>
      {before}
      {after.map((part) => (
        <>
          @<wbr />
          {part}
        </>
      ))}
    </span>
  );
}
