// Sealed forecasts: any text is read or refused. The hash is set right, since nobody guesses it and what lies behind it
// would never be reached; what was read is written and scored again.

#include "base/error.hpp"
#include "io/canonical_json.hpp"
#include "io/json_document.hpp"
#include "simulate/forecast/read_seal.hpp"
#include "simulate/forecast/seal_hash.hpp"
#include "simulate/forecast/seal_scores.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace tarazy;
    try {
        TomlValue document = parse_json_document({reinterpret_cast<const char*>(data), size}, "seal.json");
        for (TomlEntry& entry : document.entries)
            if (entry.key == "sha256") entry.value = json_text(seal_hash(document));
        const SealRead read = read_seal(canonical_json(document), "seal.json");
        (void)read_seal(seal_text(read.seal), "again.json");
        YearPanel news =
            panel_between(read.seal.history, read.seal.history.first_year, read.seal.history.last_year() + 3);
        for (double& value : news.values)
            if (!(value == value)) value = 0.25;
        (void)score_seal(read.seal, news, "news.csv");
    } catch (const InputError&) {
    } catch (const LimitError&) {
    }
    return 0;
}
