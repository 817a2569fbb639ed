#pragma once

#include "report/html.hpp"
#include "report/rows_used.hpp"
#include "study/method.hpp"
#include "study/study_result.hpp"

#include <nlohmann/json_fwd.hpp>

#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace tarazy {

class ReportContext;

/// The picture at the head of the report: the figure that the browser draws, and the same with its table as a page
/// part.
struct FrontPicture {
    Html part;
    std::vector<nlohmann::ordered_json> figures;
};

/// A place in a source that a number rests on, for readers who follow a claim back to what was read.
struct Passage {
    std::string claim;     ///< id of the claim
    LocalText statement;   ///< what the place shows, in the study's own words
    std::string excerpt;   ///< words of the source itself; may be empty
    std::string language;  ///< of the excerpt
    std::string note;      ///< where it stands, how sure it is
    std::string source;    ///< as the data name it, beside the study's sources
    std::string link;
    std::string role;  ///< of the data that name it: "events"
};

/// What a chapter is asked when the rows behind a number are sought.
struct RowsQuestion {
    const StudyResult& result;
    const AnalysisResult& analysis;
    const Claim& claim;
    const AnalysisPlan& plan;
    const RoleTables& data;  ///< as the computation gets them
};

/// Rows by role, from 0, in the order of the table.
using RowsByRole = std::map<std::string, std::vector<std::size_t>>;

/// What a method says in the report. All functions may be nullptr; without a body the tables are shown as they are.
struct Chapter {
    std::string method;  ///< "align.similarity"

    Html (*body)(const ReportContext& context, const AnalysisResult& analysis) = nullptr;
    /// How to read the chapter, where that depends on what was found; otherwise the message `reading.<method>`.
    Html (*reading)(const ReportContext& context, const AnalysisResult& analysis) = nullptr;
    /// Data of the pictures in the body (`figure_json`).
    std::vector<nlohmann::ordered_json> (*figures)(const ReportContext& context,
                                                   const AnalysisResult& analysis) = nullptr;
    /// What a number of this method is, without its years: "closeness: Russia"; nothing when it has no words for it.
    std::optional<LocalText> (*quantity)(const ReportContext& context, const ClaimParts& parts) = nullptr;
    /// Places in the sources, one after the other.
    std::vector<Passage> (*passages)(const ReportContext& context, const AnalysisResult& analysis) = nullptr;

    /// Which rows of which inputs a number rests on, role by role, for who follows it back; where that cannot be said
    /// row by row, `no_rows` with the reason.
    std::vector<RowsUsed> (*rows_used)(const StudyResult& result, const AnalysisResult& analysis,
                                       const Claim& claim) = nullptr;
    /// The rows that entered the number, found in the data by the rules of the computation; of roles that it leaves
    /// out those of `rows_used` stand. @throws InputError as the computation does
    RowsByRole (*rows_entered)(const RowsQuestion& question) = nullptr;

    // Asked once a report, whether or not the study has an analysis by the method.

    /// Sentences at the head of the report.
    std::vector<Html> (*front_sentences)(const ReportContext& context) = nullptr;
    /// The first chapter that has one gives the picture at the head of the report.
    std::optional<FrontPicture> (*front_picture)(const ReportContext& context) = nullptr;
    /// What the chapter on the data says beside files and sources.
    Html (*on_data)(const ReportContext& context) = nullptr;
};

/// The chapters that a report may have. The engine knows none by name; it is handed them.
using Chapters = std::span<const Chapter>;

}  // namespace tarazy
