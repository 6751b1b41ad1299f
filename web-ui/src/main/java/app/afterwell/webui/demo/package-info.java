/** The demo clinic. */
@NullMarked
package app.afterwell.webui.demo;

import org.jspecify.annotations.NullMarked;
