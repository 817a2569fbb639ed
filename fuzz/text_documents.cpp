// Documents as text, HTML or DOCX, by the first byte: read, cleaned, cut into languages, with a map that leads back; or
// an error of ours. No crash. Run: build/fuzz/text_documents -max_total_time=60 fuzz/corpus/text_documents  (preset
// `fuzz`).

#include "base/error.hpp"
#include "text/corpus/clean.hpp"
#include "text/corpus/document_encoding.hpp"
#include "text/corpus/docx_text.hpp"
#include "text/corpus/html_text.hpp"
#include "text/corpus/language.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

namespace {

std::string document_of(std::uint8_t format, std::string_view bytes) {
    if (format % 3 == 0) return tarazy::docx_text(bytes, "fuzz.docx", {}, {});
    const bool html = format % 3 == 1;
    const auto text =
        tarazy::decode_document(bytes, "fuzz", "", html ? tarazy::declared_html_encoding(bytes) : "").text;
    return html ? tarazy::html_text(text, "fuzz.html") : text;
}

void require(bool holds, const char* what) {
    if (holds) return;
    std::fprintf(stderr, "fault: %s\n", what);
    std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    try {
        const std::string text = document_of(data[0], {reinterpret_cast<const char*>(data + 1), size - 1});
        const tarazy::CleanText clean = tarazy::clean(text);
        require(clean.map.length == clean.text.size(), "the map is as long as the text");
        for (std::size_t at = 0; at < clean.text.size(); ++at)
            require(clean.map.source_of(at).end <= text.size(), "the map stays within the source");
        std::size_t end = 0;
        for (const tarazy::LanguageSegment& segment : tarazy::language_segments(clean.text)) {
            require(segment.begin >= end && segment.begin < segment.end, "segments follow one another");
            end = segment.end;
        }
        require(end <= clean.text.size(), "segments stay within the text");
    } catch (const tarazy::InputError&) {
    } catch (const tarazy::LimitError&) {
    } catch (const tarazy::UsageError&) {  // an encoding that a page declares is tried, not required
    }
    return 0;
}
