/**
 * mathjs' parser for plain numbers and nothing else of it, in place of the
 * whole: no matrices, units, decimals or complex numbers, whose operators no
 * text of a scenario may use. The trees are the same.
 */

import { create, parseDependencies } from 'mathjs/number';

const math = create(parseDependencies!);

export default math;
