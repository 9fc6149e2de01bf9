/** The groups as the IGF's session pages print them, 2020 to 2025 (DOMAIN.md, A1): suggestions, any text is fine. */

export const STAKEHOLDER_GROUPS = [
  'Government',
  'Intergovernmental Organization',
  'Civil Society',
  'Technical Community',
  'Private Sector',
] as const;

export const REGIONAL_GROUPS = [
  'African Group',
  'Asia-Pacific Group',
  'Eastern European Group',
  'Latin American and Caribbean Group (GRULAC)',
  'Western European and Others Group (WEOG)',
  'Intergovernmental Organizations',
  'Other',
] as const;
