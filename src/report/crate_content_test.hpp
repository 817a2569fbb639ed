#pragma once

// For tests only.

#include "report/crate_content.hpp"

#include <string>

namespace tarazy {

inline std::string sample_digest() {
    return std::string(64, 'a');
}

/// A run of one analysis on a shipped file and one that is not passed on, with hostile signs in names and texts.
inline CrateContent sample_crate() {
    const std::string digest = sample_digest();
    CrateContent content;
    content.date = "2026-01-31";
    content.study_file = "study.toml";
    content.manifest.run.version = "0.1.0";
    content.manifest.run.command = "tarazy study run \"my study\"";
    content.manifest.build = "b1";
    content.result.id = "small";
    content.result.title = {"A \"small\" study", "", ""};
    content.result.sources = {
        {"s", "Author, A.", "2000", "Votes $(touch x) `y`", "", "https://a.example", {"1990-2000", "", ""}, "CC0"}};
    content.result.analyses.resize(2);
    content.result.analyses[0].id = "shares";
    content.result.analyses[0].command = "tarazy align shares";
    content.result.analyses[0].made_from.data = {
        {"votes", "votes", "", "", {{"data/дауыстар 1.csv", digest}, {"$DATA/raw.csv.gz", digest}}}};
    content.result.analyses[1].id = "breaks";
    content.result.analyses[1].command = "tarazy study run small";
    content.result.analyses[1].failure = "nothing found";
    content.result.analyses[1].made_from.data = {{"found", "series", "shares", "", {{"", digest}}}};
    content.inputs = {
        {{"study", "study", "study.toml", digest, 0, "", false, ""}, "study/study.toml", 3},
        {{"votes", "votes", "data/дауыстар 1.csv", digest, 2, "s", false, ""}, "study/data/дауыстар 1.csv", 9},
        {{"votes", "votes", "$DATA/raw.csv.gz", digest, 2, "s", false, ""}, "", 0, "raw data; set DATA"}};
    content.outputs = {{"output/results/shares.csv", digest, 5}, {"output/report.html", digest, 7}};
    content.texts = {{"rerun.sh", digest, 1, "Computes again"}};
    content.citation.licence = "CC-BY-4.0";
    content.citation.authors = {{"A. B.", "https://orcid.org/0000-0001-2345-6789", "U", false},
                                {"The Institute", "", "", true}};
    return content;
}

}  // namespace tarazy
