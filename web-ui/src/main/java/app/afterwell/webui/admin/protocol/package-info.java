/** The protocol: its rules in words, drafts, what they would change, and who put them in force. */
@NullMarked
package app.afterwell.webui.admin.protocol;

import org.jspecify.annotations.NullMarked;
