/** Web components of our own, each with one Java class, and parts that several pages share. */
@NullMarked
package app.afterwell.webui.components;

import org.jspecify.annotations.NullMarked;
