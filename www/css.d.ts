/** esbuild gathers imported style sheets into one beside the script. */
declare module "*.css";
