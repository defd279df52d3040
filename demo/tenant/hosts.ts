/** The two Microsoft hosts that the tenant stands in for: the shipped extension knows no others. */
export const entraHost = 'login.microsoftonline.com';
export const graphHost = 'graph.microsoft.com';
