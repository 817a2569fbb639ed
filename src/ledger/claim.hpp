#pragma once

#include <optional>
#include <string>
#include <vector>

namespace tarazy {

/// An interval around a value. `kind` says what it is: "bootstrap percentile", "BCa", "credible", ...
struct Interval {
    double lower = 0;
    double upper = 0;
    double level = 0.9;
    std::string kind;
};

struct Quantile {
    double probability = 0.5;
    double value = 0;
};

/// The part of an input that a number rests on.
struct InputUse {
    std::string key;   ///< data key of the study file
    std::string rows;  ///< which rows, in words a reader can select by: "session 69, ccode 365 and 705: 79 roll calls"
};

/// One number (or one statement) of a report, with everything that is needed to check it.
struct Claim {
    std::string id;                    ///< stable, readable key, e.g. "votes.KAZ-RUS.69.agree_voeten"
    std::string analysis;              ///< id of the analysis in the study file
    std::string quantity;              ///< what is measured: "agree_voeten"
    std::string subject;               ///< of whom and when: "KAZ-RUS, session 69 (2014)"
    std::optional<double> value;       ///< nothing when the data do not tell
    std::optional<Interval> interval;  ///< nothing when the value carries no sampling error (a census)
    /// Quantiles of the value's distribution, ascending in probability, where draws exist: 0.05, 0.1, 0.5, 0.9, 0.95 at
    /// least. Tests "with probability p" read the quantile 1 - p or p from here.
    std::vector<Quantile> quantiles;
    std::string statement;       ///< claims that are no number: the sentence in English
    std::string unit;            ///< "share", "count", "year", ...
    std::string method;          ///< "align similarity"
    std::string formula;         ///< as plain text
    std::string formula_source;  ///< author, year, equation
    std::string parameters;      ///< JSON object
    std::vector<InputUse> inputs;
    std::string reproduce;  ///< command that computes it again
};

}  // namespace tarazy
