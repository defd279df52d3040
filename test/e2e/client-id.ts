/** The app registration of the tests; the tenant knows no other. */
export const clientId = '6f1d2c3b-4a59-4e68-9b77-8c86959a4b3c';
