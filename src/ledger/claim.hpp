#pragma once

#include <compare>
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

/// What a number is about, part by part. Ids are composed of these and never taken apart again: the names of poles,
/// domains, conditions and cases may hold any sign, hyphens and points among them.
struct ClaimParts {
    std::string state;               ///< a state other than the one in focus; empty: that one
    std::string domain;              ///< of several ("imports", "overall"); of a comparison "necessity", "parsimonious"
    std::string quantity;            ///< as the id calls it: "mean_share"
    std::vector<std::string> about;  ///< poles, the two states of a pair, a condition, model and term, a sentence
    std::string time;                ///< year, session, or window as "1992-2012"

    friend auto operator<=>(const ClaimParts&, const ClaimParts&) = default;
    friend bool operator==(const ClaimParts&, const ClaimParts&) = default;
};

/// One number (or one statement) of a report, with everything that is needed to check it.
struct Claim {
    std::string id;               ///< stable, readable key, e.g. "votes.KAZ-RUS.69.agree_voeten"
    std::string analysis;         ///< id of the analysis in the study file
    std::string quantity;         ///< what is measured: "agree_voeten"
    std::string subject;          ///< of whom and when: "KAZ-RUS, session 69 (2014)"
    std::optional<double> value;  ///< nothing when the data do not tell
    std::optional<Interval> interval;
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
    ClaimParts parts = {};  ///< what the id is made of
    /// Why a value has no interval, in words that follow "none: ". A census has no sampling error, but a count of years
    /// in which something holds with probability 0.9 has its uncertainty in its definition, and that is not the same.
    std::string no_interval = {};
};

}  // namespace tarazy
