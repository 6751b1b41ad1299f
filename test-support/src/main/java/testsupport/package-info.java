/** What the tests of every pillar share. It lives outside the base package, or it would be read as production code. */
@NullMarked
package testsupport;

import org.jspecify.annotations.NullMarked;
