export { MissingPage as default } from "#features/stand-in/missing-page.tsx";
