#include "study/study_result_json.hpp"

#include "base/error.hpp"
#include "study/claims_json.hpp"
#include "study/propositions_json.hpp"
#include "study/result_tables.hpp"
#include "study/tables_json.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <optional>
#include <stdexcept>
#include <utility>

// Every structure has a `write` and a `read` that name the same keys in the same order.

namespace tarazy {
namespace {

using nlohmann::ordered_json;
using ReadJson = nlohmann::ordered_json;

constexpr int layout_version = 9;

template <class T, class Function>
ordered_json list_of(const std::vector<T>& items, Function write) {
    ordered_json list = ordered_json::array();
    for (const T& item : items) list.push_back(write(item));
    return list;
}

template <class T, class Function>
std::vector<T> read_list(const ReadJson& json, Function read) {
    std::vector<T> items;
    for (const ReadJson& item : json) items.push_back(read(item));
    return items;
}

ordered_json write(const LocalText& text) {
    return {{"en", text.en}, {"kk", text.kk}, {"ru", text.ru}};
}
LocalText read_local_text(const ReadJson& json) {
    return {json.at("en"), json.at("kk"), json.at("ru")};
}

ordered_json write(const Pole& pole) {
    return {{"id", pole.id}, {"name", write(pole.name)}, {"members", pole.members}};
}
Pole read_pole(const ReadJson& json) {
    return {json.at("id"), read_local_text(json.at("name")), json.at("members")};
}

ordered_json write(const Source& s) {
    return {{"key", s.key},
            {"author", s.author},
            {"year", s.year},
            {"title", s.title},
            {"publisher", s.publisher},
            {"url", s.url},
            {"coverage", write(s.coverage)},
            {"licence", s.licence}};
}
Source read_source(const ReadJson& json) {
    return {json.at("key"),
            json.at("author"),
            json.at("year"),
            json.at("title"),
            json.at("publisher"),
            json.at("url"),
            read_local_text(json.at("coverage")),
            json.at("licence")};
}

ordered_json write(const DataUse& use) {
    return {{"key", use.key},          {"role", use.role},  {"path", use.path},         {"sha256", use.sha256},
            {"sources", use.sources},  {"rows", use.rows},  {"fallback", use.fallback}, {"raw_path", use.raw_path},
            {"note", write(use.note)}, {"notes", use.notes}};
}
DataUse read_use(const ReadJson& json) {
    DataUse use{json.at("key"),
                json.at("role"),
                json.at("path"),
                json.at("sha256"),
                {},
                json.at("rows"),
                json.at("fallback"),
                json.at("raw_path"),
                read_local_text(json.at("note"))};
    for (const auto& source : json.at("sources")) use.sources.push_back(source);
    use.notes = json.at("notes").get<std::vector<std::string>>();
    return use;
}

ordered_json write(const FileDigest& file) {
    return {{"path", file.path}, {"sha256", file.sha256}};
}
FileDigest read_digest(const ReadJson& json) {
    return {json.at("path"), json.at("sha256")};
}

ordered_json write(const DataRead& data) {
    return {{"key", data.key},
            {"role", data.role},
            {"result", data.result},
            {"reading", data.reading},
            {"files", list_of(data.files, [](const FileDigest& file) { return write(file); })}};
}
DataRead read_data(const ReadJson& json) {
    return {json.at("key"), json.at("role"), json.at("result"), json.at("reading"),
            read_list<FileDigest>(json.at("files"), read_digest)};
}

ordered_json write(const MadeFrom& made) {
    return {{"method_version", made.method_version},
            {"settings", ordered_json::parse(made.settings.empty() ? "{}" : made.settings)},
            {"data", list_of(made.data, [](const DataRead& data) { return write(data); })},
            {"tested", made.tested}};
}
MadeFrom read_made_from(const ReadJson& json) {
    return {json.at("method_version"), json.at("settings").dump(), read_list<DataRead>(json.at("data"), read_data),
            json.at("tested").get<std::vector<std::string>>()};
}

/// Head of an analysis, without tables and claims.
ordered_json write(const AnalysisResult& analysis) {
    ordered_json json = {{"id", analysis.id},
                         {"method", analysis.method},
                         {"title", write(analysis.title)},
                         {"parameters", ordered_json::parse(analysis.parameters)},
                         {"command", analysis.command},
                         {"from_shipped_table", analysis.from_shipped_table}};
    if (!analysis.failure.empty()) json["failure"] = analysis.failure;
    json["limits"] = list_of(analysis.limits, [](const LocalText& text) { return write(text); });
    return json;
}

ordered_json write_whole(const AnalysisResult& analysis, const FilesBeside& beside) {
    ordered_json json = write(analysis);
    json["made_from"] = write(analysis.made_from);
    json["tables"] = list_of(analysis.tables, [&](const ResultTable& table) {
        const auto file = beside.find(result_file(analysis.id, table.name));
        // A table without rows loses the types of its columns on its way through a file.
        return file == beside.end() || table.table.rows() == 0 ? table_json(table)
                                                               : table_beside_json(table, file->first, file->second);
    });
    const auto file = beside.find(analysis_file(analysis.id));
    if (file == beside.end()) {
        json.update(claims_json(analysis.claims));
    } else {
        json["claims_in"] = {{"file", file->first}, {"sha256", file->second}};
    }
    return json;
}

/// Claims as the record holds them or, of one that names their file, as that file does.
std::vector<Claim> read_claims(const ReadJson& json, const BesideReader& beside, const std::string& analysis) {
    if (!json.contains("claims_in")) return claims_from_json(json, analysis);
    const std::optional<std::string> text = beside.text(json.at("claims_in"));
    if (!text) return {};
    const ReadJson apart = ReadJson::parse(*text, nullptr, false);
    if (apart.is_discarded()) throw std::runtime_error(beside.path(json.at("claims_in")) + " is no JSON");
    return claims_from_json(apart, analysis);
}

AnalysisResult read_analysis(const ReadJson& json, const BesideReader& beside) {
    AnalysisResult analysis;
    analysis.id = json.at("id");
    analysis.method = json.at("method");
    analysis.title = read_local_text(json.at("title"));
    analysis.parameters = json.at("parameters").dump();
    analysis.command = json.at("command");
    analysis.from_shipped_table = json.at("from_shipped_table");
    analysis.failure = json.value("failure", "");
    analysis.made_from = read_made_from(json.at("made_from"));
    analysis.limits = read_list<LocalText>(json.at("limits"), read_local_text);
    analysis.tables = read_list<ResultTable>(json.at("tables"),
                                             [&](const ReadJson& table) { return table_from_json(table, beside); });
    analysis.claims = read_claims(json, beside, analysis.id);
    return analysis;
}

ordered_json write(const StudyMultiverse::Alternative& one) {
    return {{"id", one.id}, {"name", write(one.name)}};
}
ordered_json write(const StudyMultiverse::Choice& choice) {
    return {{"id", choice.id},
            {"name", write(choice.name)},
            {"reason", write(choice.reason)},
            {"alternatives", list_of(choice.alternatives, [](const auto& one) { return write(one); })}};
}
ordered_json write(const StudyMultiverse& kept) {
    return {{"choices", list_of(kept.choices, [](const auto& one) { return write(one); })},
            {"stale", kept.stale},
            {"command", kept.command},
            {"version", kept.version},
            {"possible", kept.possible},
            {"listed", kept.listed},
            {"all", kept.all},
            {"notes", kept.notes},
            {"tables", list_of(kept.tables, [](const ResultTable& table) { return table_json(table); })}};
}

StudyMultiverse::Choice read_choice(const ReadJson& json) {
    return {json.at("id"), read_local_text(json.at("name")), read_local_text(json.at("reason")),
            read_list<StudyMultiverse::Alternative>(json.at("alternatives"), [](const ReadJson& one) {
                return StudyMultiverse::Alternative{one.at("id"), read_local_text(one.at("name"))};
            })};
}
StudyMultiverse read_multiverse(const ReadJson& json) {
    StudyMultiverse kept;
    kept.choices = read_list<StudyMultiverse::Choice>(json.at("choices"), read_choice);
    kept.stale = json.at("stale");
    kept.command = json.at("command");
    kept.version = json.at("version");
    kept.possible = json.at("possible");
    kept.listed = json.at("listed");
    kept.all = json.at("all");
    kept.notes = json.at("notes").get<std::vector<std::string>>();
    kept.tables =
        read_list<ResultTable>(json.at("tables"), [](const ReadJson& table) { return table_from_json(table); });
    return kept;
}

constexpr auto write_any = [](const auto& item) { return write(item); };

StudyResult read_study_result(const ReadJson& json, const BesideReader& beside) {
    StudyResult result;
    result.id = json.at("id");
    result.version = json.at("tarazy").at("version");
    result.focus = json.at("focus");
    result.seed = json.at("seed");
    result.title = read_local_text(json.at("title"));
    result.first_year = json.at("years").at(0);
    result.last_year = json.at("years").at(1);
    result.poles = read_list<Pole>(json.at("poles"), read_pole);
    result.comparison = json.at("comparison").get<std::vector<std::string>>();
    result.sources = read_list<Source>(json.at("sources"), read_source);
    for (const auto& [code, word] : json.at("words").items()) result.words[code] = read_local_text(word);
    result.data = read_list<DataUse>(json.at("data"), read_use);
    result.analyses = read_list<AnalysisResult>(
        json.at("analyses"), [&](const ReadJson& analysis) { return read_analysis(analysis, beside); });
    result.propositions = read_list<JudgedProposition>(json.at("propositions"), proposition_from_json);
    result.contradictions = read_list<Contradiction>(json.at("contradictions"), contradiction_from_json);
    if (json.contains("multiverse")) result.multiverse = read_multiverse(json.at("multiverse"));
    result.command = json.at("command");
    result.folder = json.at("folder");
    return result;
}

std::string dumped(const ordered_json& json) {
    return json.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

/// A line a member of what is opened, down to tables and claims, which take one line each.
void lay_out(std::string& out, const ordered_json& json, int levels) {
    if (levels == 0 || !json.is_structured() || json.empty()) {
        out += dumped(json);
        return;
    }
    const bool object = json.is_object();
    out += object ? "{\n" : "[\n";
    for (auto item = json.begin(); item != json.end(); ++item) {
        if (item != json.begin()) out += ",\n";
        if (object) out += dumped(ordered_json(item.key())) + ": ";
        lay_out(out, *item, levels - 1);
    }
    out += object ? "\n}" : "\n]";
}

}  // namespace

std::string to_json_text(const StudyResult& result, const FilesBeside& beside) {
    ordered_json json;
    json["tarazy"] = {{"outcome", layout_version}, {"version", result.version}};
    json["id"] = result.id;
    json["title"] = write(result.title);
    json["focus"] = result.focus;
    json["years"] = {result.first_year, result.last_year};
    json["seed"] = result.seed;
    json["command"] = result.command;
    json["folder"] = result.folder;
    json["comparison"] = result.comparison;
    json["poles"] = list_of(result.poles, write_any);
    json["sources"] = list_of(result.sources, write_any);
    json["words"] = ordered_json::object();
    for (const auto& [code, word] : result.words) json["words"][code] = write(word);
    json["data"] = list_of(result.data, write_any);
    json["analyses"] = list_of(result.analyses, [&](const AnalysisResult& one) { return write_whole(one, beside); });
    json["propositions"] = list_of(result.propositions, proposition_json);
    json["contradictions"] = list_of(result.contradictions, contradiction_json);
    if (result.multiverse) json["multiverse"] = write(*result.multiverse);
    constexpr int to_tables_and_claims = 4;
    std::string text;
    lay_out(text, json, to_tables_and_claims);
    return text + '\n';
}

StudyResult study_result_from_json_text(std::string_view text, const std::string& path, BesideRead how) {
    const char* const remedy = "run the study again";
    try {
        const ReadJson json = ReadJson::parse(text);
        if (!json.is_object() || !json.contains("tarazy") || json.at("tarazy").at("outcome") != layout_version) {
            throw InputError(
                Problem{path, 0, 0, "is not the outcome of a study, or that of another version of tarazy", remedy});
        }
        return read_study_result(json, BesideReader(path, how));
    } catch (const InputError&) {
        throw;
    } catch (const FileError&) {
        throw;
    } catch (const ReadJson::parse_error& error) {
        const std::string_view before = text.substr(0, error.byte == 0 ? 0 : error.byte - 1);
        const auto line = static_cast<std::size_t>(std::ranges::count(before, '\n')) + 1;
        const std::size_t start = before.rfind('\n') + 1;  // npos + 1 is 0
        throw InputError(Problem{path, line, before.size() - start + 1, "here the file is no JSON any more", remedy});
    } catch (const std::exception& error) {  // from the JSON library, or a word or length that does not fit
        throw InputError(
            Problem{path, 0, 0, std::string("is not the outcome of a study (") + error.what() + ")", remedy});
    }
}

std::string analysis_json_text(const AnalysisResult& analysis) {
    ordered_json json = write(analysis);
    json.update(claims_json(analysis.claims));
    ordered_json tables = ordered_json::array();
    for (const ResultTable& table : analysis.tables) {
        tables.push_back(result_file(analysis.id, table.name));
    }
    json["tables"] = std::move(tables);
    constexpr int to_claims = 2;
    std::string text;
    lay_out(text, json, to_claims);
    return text + '\n';
}

}  // namespace tarazy
