// Any bytes as a text: the tokens lie one behind the other inside of it, both rules end, and what is not a blank is in
// some token. The first byte chooses the rules; the bytes are read as a codebook in YAML, too.
// Run: build/fuzz/text_tokens -max_total_time=60 fuzz/corpus/text_tokens  (preset `fuzz`).

#include "base/error.hpp"
#include "text/counts/codebook.hpp"
#include "text/tokens/word_segments.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string_view text(reinterpret_cast<const char*>(data + 1), size - 1);
    const auto rules = (data[0] & 1U) != 0 ? tarazy::TokenRules::quanteda : tarazy::TokenRules::unicode;
    std::vector<tarazy::TokenSpan> spans;
    tarazy::WordSegmenter(rules, nullptr, (data[0] & 2U) != 0).add_segments(text, spans);
    std::size_t end = 0;
    for (const tarazy::TokenSpan& span : spans) {
        for (; end < span.start; ++end) {
            const auto byte = static_cast<unsigned char>(text[end]);
            if (byte > ' ' && byte < 0x7F) {
                std::fprintf(stderr, "the byte %zu is in no token\n", end);
                std::abort();
            }
        }
        if (span.start != end || span.length == 0 || span.start + span.length > text.size()) {
            std::fprintf(stderr, "a token from %u on is no part of the text\n", span.start);
            std::abort();
        }
        end = span.start + span.length;
    }
    const char* const name = (data[0] & 4U) != 0 ? "a.yml" : (data[0] & 8U) != 0 ? "a.dic" : "a.cat";
    try {
        (void)tarazy::read_codebook(text, name);
    } catch (const tarazy::InputError&) {
        return 0;  // what is no codebook is told
    }
    return 0;
}
