/** The page of the web chat that takes the code, under the address people use. */
export const invitationLink = (address: string, code: string): string =>
  `${address}/?code=${encodeURIComponent(code)}`;
