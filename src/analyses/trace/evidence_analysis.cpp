#include "analyses/trace/evidence_analysis.hpp"

#include "analyses/trace/evidence_claims.hpp"
#include "analyses/trace/evidence_readings.hpp"
#include "study/result_tables.hpp"
#include "table/list_cells.hpp"
#include "table/table_rows.hpp"
#include "trace/evidence/evidence_tables.hpp"

#include <utility>

namespace tarazy {
namespace {

Table hypotheses_words(const RivalExplanations& rivals) {
    TableRows rows(TextColumn{"hypothesis"}, TextColumn{"name_en"}, TextColumn{"name_kk"}, TextColumn{"name_ru"},
                   TextColumn{"says_en"}, TextColumn{"says_kk"}, TextColumn{"says_ru"}, RealColumn{"prior"},
                   RealColumn{"prior_low"}, RealColumn{"prior_high"}, TextColumn{"judged_by"}, TextColumn{"why_en"},
                   TextColumn{"why_kk"}, TextColumn{"why_ru"});
    for (const RivalHypothesis& one : rivals.hypotheses) {
        rows.add(one.id, one.name.en, one.name.kk, one.name.ru, one.says.en, one.says.kk, one.says.ru, one.prior.value,
                 one.prior.low, one.prior.high, one.judged_by, one.why.en, one.why.kk, one.why.ru);
    }
    return rows.table();
}

Table clues_words(const EvidenceResult& result) {
    TableRows rows(TextColumn{"clue"}, TextColumn{"clue_en"}, TextColumn{"clue_kk"}, TextColumn{"clue_ru"},
                   TextColumn{"found"}, TextColumn{"counting"}, TextColumn{"group"}, TextColumn{"event"},
                   TextColumn{"source"}, TextColumn{"confidence"});
    for (std::size_t c = 0; c < result.rivals.clues.size(); ++c) {
        const Clue& clue = result.rivals.clues[c];
        rows.add(clue.id, clue.text.en, clue.text.kk, clue.text.ru, to_string(clue.found),
                 to_string(result.weighing.steps[c].counting), clue.group, clue.event, clue.source, clue.confidence);
    }
    return rows.table();
}

Table judgements(const RivalExplanations& rivals) {
    TableRows rows(TextColumn{"clue"}, TextColumn{"hypothesis"}, RealColumn{"likelihood"}, RealColumn{"low"},
                   RealColumn{"high"}, TextColumn{"other"}, TextColumn{"judged_by"}, TextColumn{"why_en"},
                   TextColumn{"why_kk"}, TextColumn{"why_ru"});
    for (const Clue& clue : rivals.clues) {
        for (std::size_t h = 0; h < clue.likelihoods.size(); ++h) {
            const ClueLikelihood& one = clue.likelihoods[h];
            std::vector<std::string> others;
            for (const double other : one.others) others.push_back(Column(std::vector<double>{other}).display(0));
            rows.add(clue.id, rivals.hypotheses[h].id, one.probability.value, one.probability.low, one.probability.high,
                     list_cell(others), one.judged_by, one.why.en, one.why.kk, one.why.ru);
        }
    }
    return rows.table();
}

std::vector<ResultTable> compute_evidence(const AnalysisPlan& plan, const RoleTables& data) {
    return evidence_tables(evidence_result(plan, rivals_of(plan, data)));
}

}  // namespace

RivalExplanations rivals_of(const AnalysisPlan& plan, const RoleTables& data) {
    const std::string set = plan.parameters.has("set") ? plan.parameters.get<std::string>("set") : "";
    return read_rivals(*data.at("hypotheses"), *data.at("clues"), *data.at("likelihoods"), set);
}

EvidenceResult evidence_result(const AnalysisPlan& plan, RivalExplanations rivals, std::optional<std::size_t> draws) {
    RangeDrawOptions options;
    options.draws = draws.value_or(static_cast<std::size_t>(plan.parameters.get<std::int64_t>("draws")));
    options.shape = plan.parameters.get<std::string>("shape") == "pert" ? RangeShape::pert : RangeShape::uniform;
    options.seed = plan.frame.seed;
    options.threads = plan.frame.threads;
    options.work = plan.frame.work;
    return weigh_evidence(std::move(rivals), options);
}

std::vector<ResultTable> evidence_tables(const EvidenceResult& result) {
    std::vector<ResultTable> tables;
    tables.push_back({"", evidence_table(result)});
    tables.push_back({"scoreboard", scoreboard_table(result)});
    tables.push_back({"ladder", ladder_table(result)});
    tables.push_back({"weights", weights_table(result)});
    tables.push_back({"tornado", tornado_table(result)});
    tables.push_back({"planner", planner_table(result)});
    tables.push_back({"hypotheses", hypotheses_words(result.rivals)});
    tables.push_back({"clues", clues_words(result)});
    tables.push_back({"judgements", judgements(result.rivals)});
    if (!result.rivals.notes.empty()) tables.push_back({"notes", notes_table(result.rivals.notes)});
    return tables;
}

Method evidence_method() {
    Method method;
    method.id = "trace.evidence";
    method.reads_poles = false;
    method.reads = {{{"hypotheses"}, {"clues"}, {"likelihoods"}}};
    method.parameters = {{.name = "set",
                          .kind = ParameterKind::label,
                          .standard = {},
                          .choices = {},
                          .meaning = "which rivals, where the tables hold several sets"},
                         {.name = "draws",
                          .kind = ParameterKind::integer,
                          .standard = "10000",
                          .least = 100,
                          .most = 10000000,
                          .choices = {},
                          .meaning = "random draws within the elicited ranges"},
                         {.name = "shape",
                          .kind = ParameterKind::text,
                          .standard = "uniform",
                          .choices = {"uniform", "pert"},
                          .meaning = "of the draws: every value of a range alike, or around the elicited value"}};
    method.compute = compute_evidence;
    method.claims = evidence_claims;
    method.is_finding = [](const AnalysisPlan&, const Claim& claim) {
        return claim.parts.quantity == "clues" && claim.value.value_or(0) > 0;
    };
    method.why_empty = [](const AnalysisPlan&, const RoleTables&) -> std::string {
        return "no clue counts: none was sought";
    };
    method.command = evidence_command;
    method.quantities = evidence_quantities;
    method.other_readings = evidence_readings;
    return method;
}

}  // namespace tarazy
