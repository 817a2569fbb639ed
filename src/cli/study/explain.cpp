#include "base/sha256.hpp"
#include "cli/json_stream.hpp"
#include "cli/study/commands.hpp"
#include "cli/study/explain_lines.hpp"
#include "cli/study/explain_rows.hpp"
#include "cli/study/explain_words.hpp"
#include "ledger/claim_parts_json.hpp"
#include "ledger/manifest.hpp"
#include "ledger/output_folder.hpp"
#include "table/table_rows.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <span>

namespace tarazy {
namespace {

using nlohmann::ordered_json;

struct ExplainOptions {
    std::string claim, folder, language = "en";
    std::size_t rows = 5;  ///< shown of each input
};

ordered_json inputs_json(const LedgerContent& content, const Claim& claim) {
    ordered_json inputs = ordered_json::array();
    for (const InputUse& use : claim.inputs) {
        ordered_json files = ordered_json::array();
        for (const InputRecord& input : content.inputs) {
            if (input.key != use.key) continue;
            files.push_back({{"path", input.path},
                             {"sha256", input.sha256},
                             {"rows", input.rows},
                             {"role", input.role},
                             {"source", input.source},
                             {"fallback", input.fallback},
                             {"raw_path", input.raw_path},
                             {"notes", input.notes}});
        }
        inputs.push_back({{"key", use.key}, {"rows_used", use.rows}, {"files", files}});
    }
    return inputs;
}

ordered_json used_rows_json(const std::vector<ExplainedRows>& inputs, std::size_t most) {
    ordered_json json = ordered_json::array();
    for (const ExplainedRows& input : inputs) {
        ordered_json shown = ordered_json::array(), files = ordered_json::array(), counts = ordered_json::array();
        for (const std::size_t row : std::span(input.rows).first(std::min(most, input.rows.size()))) {
            const PlaceInFile place = place_in_file(input.files, row);
            ordered_json cells = {{"file", place.path}, {"line", place.line}};
            for (std::size_t c = 0; c < input.table.columns.size(); ++c)
                if (!input.table.columns[c].missing(row))
                    cells["cells"][input.table.names[c]] = input.table.columns[c].display(row);
            shown.push_back(std::move(cells));
        }
        for (const FileRows& file : input.files) files.push_back(file.path);
        for (const auto& [value, rows] : input.counts) counts.push_back({{"value", value}, {"rows", rows}});
        json.push_back({{"key", input.key},
                        {"role", input.role},
                        {"files", std::move(files)},
                        {"note", input.note},
                        {"why_none", input.why_none},
                        {"changed", input.changed},
                        {"rows_of_input", input.table.rows()},
                        {"rows_used", input.rows.size()},
                        {"counted_by", input.counted_by},
                        {"counts", std::move(counts)},
                        {"shown", std::move(shown)}});
    }
    return json;
}

std::string explanation_json(const LedgerContent& content, const Claim& claim, const std::vector<ExplainedRows>& rows,
                             const ExplainOptions& options, const ExplainWords& words) {
    ordered_json json;
    json["id"] = claim.id;
    json["analysis"] = claim.analysis;
    json["quantity"] = claim.quantity;
    json["measures"] = words.measures(claim);
    json["subject"] = claim.subject;
    json["value"] = number_or_null(claim.value);
    json["interval"] = nullptr;
    if (claim.interval) {
        json["interval"] = {{"lower", number_or_null(claim.interval->lower)},
                            {"upper", number_or_null(claim.interval->upper)},
                            {"level", claim.interval->level},
                            {"kind", claim.interval->kind}};
    }
    json["no_interval"] = claim.interval ? "" : claim.no_interval;
    json["quantiles"] = ordered_json::array();
    for (const Quantile& quantile : claim.quantiles) {
        json["quantiles"].push_back({{"probability", quantile.probability}, {"value", number_or_null(quantile.value)}});
    }
    json["statement"] = claim.statement;
    json["unit"] = claim.unit;
    json["method"] = claim.method;
    json["formula"] = claim.formula;
    json["formula_source"] = claim.formula_source;
    const ordered_json parameters = ordered_json::parse(claim.parameters, nullptr, false);
    json["parameters"] = parameters.is_discarded() ? ordered_json(claim.parameters) : parameters;
    json["inputs"] = inputs_json(content, claim);
    json["rows"] = used_rows_json(rows, options.rows);
    json["reproduce"] = claim.reproduce;
    json["parts"] = ordered_json::parse(claim_parts_json(claim.parts));
    json["run"] = {{"study", content.run.study},
                   {"version", content.run.version},
                   {"seed", content.run.seed},
                   {"command", content.run.command}};
    return json.dump(2, ' ', false, ordered_json::error_handler_t::replace);
}

void print_explanation(Session& session, const LedgerContent& content, const Claim& claim,
                       const std::vector<ExplainedRows>& explained, const ExplainOptions& options,
                       const ExplainWords& words) {
    const std::vector<ExplainLine> lines = explain_lines(content, claim, explained, options.rows, words);
    if (session.format == "table") {
        print_text(session, explain_text(lines));
        return;
    }
    TableRows rows(TextColumn{"field"}, TextColumn{"text"});
    for (const ExplainLine& line : lines) rows.add(line.field, line.text);
    const Table table = rows.table();
    print_json(session, explanation_json(content, claim, explained, options, words), &table);
}

void print_list(Session& session, const std::vector<Claim>& claims) {
    TableRows rows(TextColumn{"claim"}, RealColumn{"value"}, RealColumn{"lower"}, RealColumn{"upper"},
                   TextColumn{"unit"}, TextColumn{"statement"}, TextColumn{"subject"});
    for (const Claim& claim : claims) {
        const double lower = claim.interval ? claim.interval->lower : Column::missing_real;
        const double upper = claim.interval ? claim.interval->upper : Column::missing_real;
        rows.add(claim.id, claim.value, lower, upper, claim.unit, claim.statement, claim.subject);
    }
    print_table(session, rows.table());
}

std::string chosen_folder(const ExplainOptions& options) {
    if (!options.folder.empty()) return options.folder;
    return std::filesystem::exists(manifest_name) ? "." : "output";
}

/// The ledger is what we explain from, so the reader should know when it is no longer the one the run wrote.
void warn_if_altered(Session& session, const std::string& folder, const std::string& digest) {
    try {
        const Manifest manifest = read_manifest(folder + '/' + std::string(manifest_name));
        const auto recorded = std::ranges::find(manifest.outputs, ledger_name, &OutputRecord::path);
        if (recorded != manifest.outputs.end() && recorded->sha256 == digest) return;
    } catch (const std::runtime_error&) {  // a manifest that cannot be read vouches for nothing
    }
    warn(session,
         "the ledger is not the one that manifest.json records; 'tarazy study verify " + folder + "' tells more");
}

void explain(const ExplainOptions& options, Session& session) {
    const std::string folder = chosen_folder(options);
    LedgerContent content = open_results(folder);
    const std::string path = folder + '/' + std::string(ledger_name);
    const std::string digest = sha256_file(path);
    session.inputs.push_back({path, digest, content.claims.size()});
    warn_if_altered(session, folder, digest);
    const ExplainWords words(options.language, folder);
    if (std::ranges::find(content.claims, options.claim, &Claim::id) == content.claims.end()) {
        std::vector<Claim> claims = claims_starting_with(content, options.claim);
        if (claims.empty()) claims = claims_of_proposition(folder, content.claims, options.claim);
        if (!claims.empty()) {
            for (Claim& claim : claims) words.put(claim);
            print_list(session, claims);
            return;
        }
    }
    Claim claim = find_claim(content, options.claim);
    std::vector<ExplainedRows> rows;
    if (options.rows > 0) rows = explained_rows(folder, content, claim, session);
    words.put(content);
    words.put(claim);
    for (ExplainedRows& input : rows) words.put(input);
    erase_progress(session);
    print_explanation(session, content, claim, rows, options, words);
}

}  // namespace

void add_explain(CLI::App& program, Session& session) {
    auto options = std::make_shared<ExplainOptions>();
    CLI::App& app = add_command(
        program, "explain",
        "Everything behind one number of a report: formula and its source, parameters, input files with their SHA-256\n"
        "and those of their rows that entered it, each with its file and line, and the command that computes it "
        "again.\n"
        "The beginning of a claim's name lists all claims that start with it.",
        {{"tarazy explain votes_shares.difference.RUS-CHN.1992-2023 --study studies/kazakhstan/output",
          "follow one number back to the roll calls"},
         {"tarazy explain reversal.row.1.incl --study studies/kazakhstan/output --rows 100",
          "every case and coded cell behind a row of a truth table"},
         {"tarazy explain votes_shares --study studies/kazakhstan/output", "list the claims of one analysis"}},
        session, [options, &session] { explain(*options, session); });
    app.add_option("claim", options->claim, "the claim's name as the report shows it, or the beginning of names")
        ->required();
    app.add_option("--study", options->folder,
                   "output folder of the study (default: the current folder if it holds a manifest.json, else output)");
    app.add_option("--rows", options->rows, "rows shown of each input; 0: none, and no input is read")
        ->check(CLI::Range(0, 1'000'000'000))
        ->capture_default_str();
    app.add_option("--language", options->language,
                   "language of the explanation; ids, formulas and what stands in files stay as they are")
        ->check(CLI::IsMember({"en", "kk", "ru"}))
        ->capture_default_str();
}

}  // namespace tarazy
