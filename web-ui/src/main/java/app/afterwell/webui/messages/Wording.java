package app.afterwell.webui.messages;

/**
 * The words of a text, with names in braces that are filled in.
 *
 * @param body paragraphs with an empty line between them
 * @param sms the same in one line; a link follows it
 * @param version 0 as long as the wording is the usual one
 */
record Wording(String subject, String body, String sms, int version) {}
