/** "Ủy ban nhân dân phường Hải An" → "phường Hải An": the place, as it stands after a unit's name. */
export const placeName = (organizationName: string): string =>
  organizationName.normalize("NFC").replace(/^(?:Ủy|Uỷ) ban nhân dân\s+/iu, "");
