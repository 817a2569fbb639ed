#pragma once

#include "report/report_context.hpp"

#include <string>

namespace tarazy {

// What the program has to say of the data while it computes is written in English into the tables of a result, which
// are kept between runs and ship with studies. The report finds the message by its English words and says it in the
// other languages, so that what was computed before is read in them, too.
//
// Such a message has a key that begins with "note.". In English its arguments stand as {name}, without a form of their
// own, and each of them but the last is followed by other characters. Its name says what is made of an argument:
// `count...` is a whole number (a plural in other languages may depend on it); `note...` is itself such a message;
// `analysis` is the id of one, which is called by its title; any other is a list parted by ", " or "; " of codes, which
// are said by their names, numbers, which have the decimal mark of the language, and words, which stay.

/// The note in three languages; in English alone where no message has these words. Where several have them the one
/// with the most words of its own is taken. O(messages that begin with "note.")
[[nodiscard]] LocalText note_words(const ReportContext& context, const std::string& note);

/// Of whom and when a claim speaks ("KAZ and RUS-WEST, imports, 2016") in three languages: piece by piece, codes by
/// their names, the rest by messages whose keys begin with "subject.". A piece that no message says stays as it is.
[[nodiscard]] LocalText subject_words(const ReportContext& context, const std::string& subject);

/// The unit of a claim ("share of years") in three languages; in English alone where no message says it.
[[nodiscard]] LocalText unit_words(const ReportContext& context, const std::string& unit);

/// What the interval of a claim is ("bootstrap percentile") in three languages; in English alone where no message says
/// it.
[[nodiscard]] LocalText interval_words(const ReportContext& context, const std::string& kind);

}  // namespace tarazy
