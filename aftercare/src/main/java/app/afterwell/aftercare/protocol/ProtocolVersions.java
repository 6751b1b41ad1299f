package app.afterwell.aftercare.protocol;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface ProtocolVersions extends Repository<ProtocolVersion, UUID> {

    ProtocolVersion saveAndFlush(ProtocolVersion version);

    Optional<ProtocolVersion> findByNumber(int number);

    Optional<ProtocolVersion> findByStatus(ProtocolStatus status);

    Optional<ProtocolVersion> findFirstByOrderByNumberAsc();

    Optional<ProtocolVersion> findFirstByOrderByNumberDesc();

    List<ProtocolVersion> findAllByOrderByNumberDesc();
}
