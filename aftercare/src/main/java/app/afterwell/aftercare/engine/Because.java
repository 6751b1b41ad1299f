package app.afterwell.aftercare.engine;

import java.util.List;

/**
 * Why the engine decided something.
 *
 * @param rule the code of the rule in the protocol
 * @param facts the very facts that fired it, as codes: each is in the engine's input (or is {@code session})
 * @param sources keys of the sources, such as S2
 */
public record Because(String rule, List<String> facts, List<String> sources, Evidence evidence) {

    public Because {
        facts = List.copyOf(facts);
        sources = List.copyOf(sources);
    }
}
