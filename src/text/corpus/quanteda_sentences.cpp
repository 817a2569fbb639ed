#include "text/corpus/quanteda_sentences.hpp"

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <cassert>
#include <memory>

namespace tarazy {

std::size_t quanteda_sentence_count(const std::string& text) {
    icu::UnicodeString wide = icu::UnicodeString::fromUTF8(text);
    wide.findAndReplace("\n", " ");
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::BreakIterator> breaks(
        icu::BreakIterator::createSentenceInstance(icu::Locale("en_US@ss=standard"), status));
    assert(U_SUCCESS(status) && breaks);
    breaks->setText(wide);
    std::size_t count = 0;
    for (std::int32_t begin = 0, end = breaks->next(); end != icu::BreakIterator::DONE;
         begin = end, end = breaks->next())
        count += wide.tempSubStringBetween(begin, end).trim().isEmpty() ? 0 : 1;
    return count;
}

}  // namespace tarazy
