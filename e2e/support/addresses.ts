export const berlin = {
  name: "Ana Weiss",
  line1: "Lindenstrasse 12",
  postalCode: "10969",
  city: "Berlin",
  country: "DE",
};
