import { leaveEditorsAlone } from "../editors/random/suite.ts";

leaveEditorsAlone("chrome");
