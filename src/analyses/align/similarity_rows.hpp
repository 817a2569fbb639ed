#pragma once

#include "study/study_result.hpp"

#include <optional>
#include <string>
#include <vector>

namespace tarazy {

struct SimilarityValue {
    std::optional<double> value, lower, upper;
};

/// Focus state and one member of a pole in one session (votes) or year (ties).
struct SimilarityPair {
    int year = 0;
    std::optional<int> session;
    std::string member, pole;
    std::optional<std::int64_t> n;
    std::vector<SimilarityValue> values;  ///< in the order of `measures`
    std::size_t row = 0;                  ///< of the table
};

struct SimilarityRows {
    std::vector<std::string> measures;  ///< at most three, those the methods' literature recommends first
    std::vector<SimilarityPair> pairs;  ///< by pole, member, year
};

/// What the similarity figure shows: the dyads of the focus state with the members of the poles. The table names states
/// by COW number (ccode1, ccode2) or by ISO code; a session opens in the year 1945 + session.
[[nodiscard]] SimilarityRows similarity_rows(const StudyResult& result, const AnalysisResult& analysis);

}  // namespace tarazy
