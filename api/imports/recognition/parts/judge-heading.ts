/** Nearly all letters are capitals: "CẢI CÁCH HÀNH CHÍNH (CCHC) ở xã" is still a heading. */
export const isCapitals = (text: string): boolean => {
  const letters = text.match(/\p{L}/gu) ?? [];
  return (
    letters.length > 3 &&
    letters.filter((letter) => letter === letter.toUpperCase()).length > letters.length * 0.9
  );
};
