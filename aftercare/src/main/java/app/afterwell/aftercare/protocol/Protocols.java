package app.afterwell.aftercare.protocol;

import app.afterwell.aftercare.engine.CompiledProtocol;

/** The versions of the clinic's protocol, each compiled once. */
public interface Protocols {

    /** The version by which new plans are made. */
    CompiledProtocol inForce();

    /**
     * The version that an older plan has pinned.
     *
     * @throws IllegalArgumentException if there is no such version
     */
    CompiledProtocol version(int version);
}
