// Codebooks in all formats, by the first byte: quanteda (YAML), LIWC, Lexicoder, WordStat, or a table code,entry. What
// is read finds codes in a text of four languages; every find lies within its document. Else an error of ours.
// Run: build/fuzz/codebooks -max_total_time=60 fuzz/corpus/codebooks  (preset `fuzz`).

#include "base/error.hpp"
#include "io/read_table.hpp"
#include "text/counts/code_counts.hpp"
#include "text/tokens/tokenise.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

namespace {

const tarazy::Tokens& sample_tokens() {
    static const tarazy::Tokens tokens = [] {
        tarazy::Corpus corpus;
        corpus.ids = {"en", "kk", "ru", "zh", "empty"};
        corpus.texts = {
            "We do not want nuclear weapons. Peace, not war; never-ending peace talks in the U.N. (A/RES/70/57)",
            "Қазақстан ядролық қарудан бас тартты. Бейбітшілік емес пе?",
            "Казахстан отказался от ядерного оружия. Не война, а мир.", "哈萨克斯坦放弃了核武器。不要战争。", ""};
        return tarazy::tokenise(corpus, {.lower = true, .threads = 1});
    }();
    return tokens;
}

tarazy::Codebook codebook_of_bytes(std::uint8_t format, std::string_view bytes) {
    constexpr const char* names[] = {"a.yml", "a.dic", "a.lcd", "a.cat"};
    if (format % 5 < 4) return tarazy::read_codebook(bytes, names[format % 5]);
    return tarazy::codebook_of_table(tarazy::read_csv(bytes, "a.csv"));
}

void require(bool holds, const char* what) {
    if (holds) return;
    std::fprintf(stderr, "fault: %s\n", what);
    std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const tarazy::Tokens& tokens = sample_tokens();
    try {
        const tarazy::Codebook codebook =
            codebook_of_bytes(data[0], {reinterpret_cast<const char*>(data + 1), size - 1});
        require(!codebook.codes.empty(), "a codebook has codes");
        tarazy::CodeOptions options;
        options.exclusive = (data[0] & 32U) != 0;
        options.case_sensitive = (data[0] & 64U) != 0;
        const tarazy::CodeHits hits = tarazy::find_codes(tokens, codebook, options);
        for (const tarazy::CodeHit& hit : hits.hits) {
            require(hit.code < codebook.codes.size(), "a find is of a code");
            require(hit.entry < codebook.codes[hit.code].entries.size(), "a find is of an entry");
            require(hit.run.begin < hit.run.end && hit.run.begin >= tokens.first[hit.document] &&
                        hit.run.end <= tokens.first[hit.document + 1],
                    "a find lies within its document");
        }
        (void)tarazy::code_count_table(tokens, codebook, hits, true);
        (void)tarazy::code_hit_table(tokens, codebook, hits);
        (void)tarazy::code_entry_table(codebook, hits);
    } catch (const tarazy::InputError&) {
    } catch (const tarazy::LimitError&) {
    }
    return 0;
}
