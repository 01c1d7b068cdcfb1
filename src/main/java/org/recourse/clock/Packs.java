package org.recourse.clock;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.recourse.identifier.Team;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Reads the configured packs when Recourse starts, so that a wrong one stops the start and not a complaint. */
@Component
@EnableConfigurationProperties(ClockProperties.class)
class Packs {

    private static final String NONE = "none";

    private final ClockProperties properties;
    private final Map<String, Pack> packs = new HashMap<>();

    Packs(ClockProperties properties, ObjectMapper json) {
        this.properties = properties;
        Set<String> configured = new HashSet<>(properties.teams().values());
        configured.add(properties.pack());
        configured.remove(NONE);
        for (String id : configured) {
            packs.put(id, read(id, json));
        }
    }

    private Pack read(String id, ObjectMapper json) {
        try (InputStream in = open(id)) {
            Pack pack = json.readValue(in, Pack.class);
            pack.milestones().forEach(Pack.Milestone::target);
            return pack;
        } catch (IOException | RuntimeException unreadable) {
            throw new IllegalStateException(
                    "The regulatory pack \"%s\" cannot be read: %s".formatted(id, unreadable.getMessage()), unreadable);
        }
    }

    private InputStream open(String id) throws IOException {
        Path own = properties.packs().resolve(id + ".json");
        if (Files.exists(own)) {
            return Files.newInputStream(own);
        }
        InputStream packaged = getClass().getResourceAsStream("/packs/" + id + ".json");
        if (packaged == null) {
            throw new IOException("there is neither %s nor a packaged one of that name".formatted(own));
        }
        return packaged;
    }

    /** Empty when no regulation applies to the team. */
    Optional<Pack> of(Team team) {
        return Optional.ofNullable(packs.get(properties.packOf(team)));
    }
}
