package org.recourse.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.tika.Tika;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MediaTypeRegistry;
import org.apache.tika.mime.MimeTypeException;
import org.apache.tika.mime.MimeTypes;
import org.jspecify.annotations.Nullable;
import org.recourse.form.RefusedInput;
import org.recourse.text.Sentence;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What a file is. Its content decides; a name or a declared type that says something else is a lie, and the file is
 * refused: whoever opens it later would be deceived.
 */
@Component
class AttachmentTypes {

    /** Read from Tika's files with the first attachment, not while Recourse starts. */
    private static final class Known {
        static final Tika TIKA = new Tika();
        static final MediaTypeRegistry REGISTRY = MediaTypeRegistry.getDefaultRegistry();
        static final MimeTypes TYPES = MimeTypes.getDefaultMimeTypes();
    }

    private final List<MediaType> allowed;

    AttachmentTypes(
            @Value(
                            "${recourse.attachments.types:application/pdf,image/png,image/jpeg,image/gif,image/webp,image/tiff,text/plain,text/csv,message/rfc822}")
                    List<String> allowed) {
        this.allowed = allowed.stream().map(MediaType::parse).toList();
    }

    /** @throws RefusedInput when the type is not allowed, or name or declared type contradict the content */
    String of(InputStream content, String name, @Nullable String declared) throws IOException {
        MediaType found;
        try (TikaInputStream marked = TikaInputStream.get(content)) {
            found = plain(MediaType.parse(Known.TIKA.detect(marked)));
        }
        demandAllowed(found);
        demandTrue(found, MediaType.parse(Known.TIKA.detect(name)));
        if (declared != null) {
            demandTrue(found, MediaType.parse(declared));
        }
        return found.toString();
    }

    private void demandTrue(MediaType found, @Nullable MediaType claimed) {
        if (claimed == null || claimed.equals(MediaType.OCTET_STREAM)) {
            return;
        }
        MediaType said = plain(claimed);
        boolean closer = found.equals(MediaType.TEXT_PLAIN) && Known.REGISTRY.isSpecializationOf(said, found);
        if (!said.equals(found) && !closer) {
            throw new RefusedInput("file", Sentence.of("attachment.says-otherwise", said.toString(), found.toString()));
        }
        demandAllowed(said);
    }

    private void demandAllowed(MediaType type) {
        if (!allowed.contains(type)) {
            throw new RefusedInput(
                    "file",
                    Sentence.of(
                            "attachment.not-taken",
                            type.toString(),
                            allowed.stream().map(this::known).collect(Collectors.joining(", "))));
        }
    }

    /** As people call it, by the ending of its files: {@code pdf (application/pdf)}. */
    private String known(MediaType type) {
        try {
            String ending = Known.TYPES.forName(type.toString()).getExtension();
            return ending.isEmpty() ? type.toString() : "%s (%s)".formatted(ending.substring(1), type);
        } catch (MimeTypeException unknown) {
            return type.toString();
        }
    }

    private MediaType plain(MediaType type) {
        return Known.REGISTRY.normalize(type.getBaseType());
    }
}
