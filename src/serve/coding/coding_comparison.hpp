#pragma once

#include "serve/coding/study_documents.hpp"
#include "text/coding/segments.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace tarazy {

/// A place where coders differ, with what each of them gave it.
struct CodingDifference {
    enum class Kind {
        code,    ///< all coded the same place, with other codes
        extent,  ///< the same code, but places that overlap without being the same
        only,    ///< one gave the code, the other coded nothing there with it
    };
    Kind kind = Kind::only;
    std::string doc;
    std::size_t start = 0, end = 0;  ///< of all that is shown
    std::vector<Segment> ones, others;
    std::string coder_one, coder_other;
    std::string text;  ///< what stands there, at most 300 code points
};

/// Where two coders differ in a document, in the order of the text. Codings with the same place and code of both are no
/// difference. O(n log n + overlaps)
[[nodiscard]] std::vector<CodingDifference> coding_differences(const StudyDocument& document,
                                                               const std::vector<Segment>& segments,
                                                               const std::string& one, const std::string& other);

/// Places in which both agree wholly: same place, same code.
[[nodiscard]] std::size_t agreed_codings(const std::vector<Segment>& segments, const std::string& doc,
                                         const std::string& one, const std::string& other);

}  // namespace tarazy
