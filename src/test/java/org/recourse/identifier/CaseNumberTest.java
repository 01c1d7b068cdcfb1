package org.recourse.identifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.convert.ApplicationConversionService;

@Tag("R24")
class CaseNumberTest {

    @Test
    void a_number_is_made_of_region_year_and_sequence() {
        assertThat(CaseNumber.of("EU", 2026, 12)).hasToString("R-EU-2026-000012");
        assertThat(CaseNumber.of("EU", 2026, 1_234_567)).isEqualTo(CaseNumber.of("R-EU-2026-1234567"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "R-1",
                "C-10017",
                "R-EU-2026-00001",
                "R-EU-26-000001",
                " R-EU-2026-000001",
                "R-EU-2026-000001\n"
            })
    void nothing_else_is_a_number(String text) {
        assertThatThrownBy(() -> CaseNumber.of(text)).isInstanceOf(NotACaseNumber.class);
        assertThat(CaseNumber.possible(text)).isEmpty();
    }

    @Test
    void json_and_routes_hold_it_as_text() throws JsonProcessingException {
        CaseNumber number = CaseNumber.of("R-EU-2026-000012");
        ObjectMapper json = new ObjectMapper();
        assertThat(json.writeValueAsString(Map.of("caseNumber", number)))
                .isEqualTo("{\"caseNumber\":\"R-EU-2026-000012\"}");
        assertThat(json.readValue("\"R-EU-2026-000012\"", CaseNumber.class)).isEqualTo(number);
        assertThat(ApplicationConversionService.getSharedInstance().convert("R-EU-2026-000012", CaseNumber.class))
                .isEqualTo(number);
    }
}
