#include "serve/study/study_overview.hpp"

#include "base/error.hpp"
#include "report/parameter_words.hpp"
#include "serve/study/propositions_told.hpp"
#include "study/data_files.hpp"
#include "study/method.hpp"

#include <nlohmann/json.hpp>

namespace tarazy {
namespace {

using nlohmann::json;

json languages(const LocalText& text) {
    return {{"en", text.en}, {"kk", text.kk}, {"ru", text.ru}};
}

json texts(const std::vector<PlacedText>& written) {
    json list = json::array();
    for (const PlacedText& one : written) list.push_back(one.text);
    return list;
}

json problem_json(const Problem& problem, bool warning) {
    return {{"line", problem.line},
            {"column", problem.column},
            {"what", problem.what},
            {"remedy", problem.remedy},
            {"warning", warning}};
}

std::string_view kind_name(ParameterKind kind) {
    switch (kind) {
        case ParameterKind::integer: return "integer";
        case ParameterKind::real: return "real";
        case ParameterKind::text: return "text";
        case ParameterKind::label: return "label";
        case ParameterKind::span: return "span";
        case ParameterKind::spans: return "spans";
        case ParameterKind::texts: return "texts";
        case ParameterKind::numbers: return "numbers";
    }
    return "text";
}

/// A value as JSON, for a form to show.
json value_json(const TomlValue& value) {
    switch (value.kind) {
        case TomlKind::text:
        case TomlKind::date: return value.text;
        case TomlKind::integer: return value.integer;
        case TomlKind::real: return value.real;
        case TomlKind::boolean: return value.boolean;
        case TomlKind::list: {
            json list = json::array();
            for (const TomlValue& item : value.items) list.push_back(value_json(item));
            return list;
        }
        case TomlKind::table: {
            json table = json::object();
            for (const TomlEntry& entry : value.entries) table[entry.key] = value_json(entry.value);
            return table;
        }
    }
    return nullptr;
}

json parameters_json(const StudyAnalysis& analysis, const Method& method, const Messages& messages) {
    json list = json::array();
    for (const ParameterRule& rule : method.parameters) {
        json one = {{"name", rule.name},
                    {"kind", kind_name(rule.kind)},
                    {"meaning", languages(parameter_words(messages, method.id, rule.name))},
                    {"choices", rule.choices}};
        one["standard"] = rule.standard ? json(*rule.standard) : json(nullptr);
        if (rule.least < rule.most) one["least"] = rule.least, one["most"] = rule.most;
        one["written"] = nullptr;
        for (const TomlEntry& entry : analysis.parameters)
            if (entry.key == rule.name) one["written"] = value_json(entry.value);
        list.push_back(std::move(one));
    }
    return list;
}

std::string_view state_name(DataState state) {
    switch (state) {
        case DataState::raw: return "raw";
        case DataState::file: return "file";
        case DataState::folder: return "folder";
        case DataState::missing: return "missing";
    }
    return "missing";
}

json data_json(const StudyFile& study, const StudyData& data) {
    json columns = json::array();
    for (const auto& [ours, theirs] : data.columns) columns.push_back({ours, theirs.text});
    json one = {{"key", data.key.text},       {"role", data.role.text},      {"line", data.key.place.line},
                {"files", texts(data.files)}, {"result", data.result.text},  {"table", data.table},
                {"columns", columns},         {"note", languages(data.note)}};
    if (data.result.text.empty()) {
        const DataPlace place = find_data(study, data);
        one["state"] = state_name(place.state);
        one["why"] = place.why_missing;
    }
    return one;
}

json choices_json(const StudyFile& study) {
    json choices = json::array();
    for (const StudyChoice& choice : study.choices) {
        json alternatives = json::array();
        for (const ChoiceAlternative& one : choice.alternatives) {
            json set = json::array();
            for (const StudyOverride& value : one.set)
                set.push_back({{"path", value.path}, {"value", value_json(value.value)}});
            alternatives.push_back({{"id", one.id.text}, {"name", languages(one.name)}, {"set", set}});
        }
        choices.push_back({{"id", choice.id.text},
                           {"name", languages(choice.name)},
                           {"reason", languages(choice.reason)},
                           {"alternatives", alternatives}});
    }
    return choices;
}

json overview_of(const StudyFile& study, Methods methods) {
    const Messages messages = report_messages();
    json overview = {{"id", study.id.text},
                     {"focus", study.focus.text},
                     {"title", languages(study.title)},
                     {"years", {study.first_year, study.last_year}},
                     {"seed", study.seed},
                     {"comparison", texts(study.comparison)},
                     {"folder", study.folder}};
    for (const char* part : {"poles", "data", "analyses"}) overview[part] = json::array();
    for (const StudyPole& pole : study.poles)
        overview["poles"].push_back(
            {{"id", pole.id.text}, {"name", languages(pole.name)}, {"members", texts(pole.members)}});
    for (const StudyData& data : study.data) overview["data"].push_back(data_json(study, data));
    for (const StudyAnalysis& analysis : study.analyses)
        overview["analyses"].push_back(
            {{"id", analysis.id.text},
             {"method", analysis.method.text},
             {"title", languages(analysis.title)},
             {"line", analysis.id.place.line},
             {"data", texts(analysis.data)},
             {"parameters", parameters_json(analysis, *find_method(methods, analysis.method.text), messages)}});
    overview["propositions"] = propositions_told(study);
    overview["choices"] = choices_json(study);
    overview["sources"] = json::array();
    for (const StudySource& source : study.sources)
        overview["sources"].push_back(
            {{"key", source.entry.key}, {"author", source.entry.author}, {"title", source.entry.title}});
    return overview;
}

/// What is told of a study that can be read, with its warnings; of one that cannot its faults alone.
template <class Tell>
json read_and_told(std::string_view text, const std::string& file, Methods methods, Tell tell) {
    json problems = json::array();
    try {
        const StudyFile study = parse_study_file(text, file, methods);
        json told = tell(study);
        for (const Problem& warning : study.warnings) problems.push_back(problem_json(warning, true));
        told["problems"] = std::move(problems);
        return told;
    } catch (const InputError& error) {
        for (const Problem& problem : error.problems()) problems.push_back(problem_json(problem, false));
    }
    return {{"problems", std::move(problems)}};
}

}  // namespace

json study_overview(std::string_view text, const std::string& file, Methods methods) {
    return read_and_told(text, file, methods, [&](const StudyFile& study) { return overview_of(study, methods); });
}

json study_problems(std::string_view text, const std::string& file, Methods methods) {
    return read_and_told(text, file, methods, [](const StudyFile&) { return json::object(); }).at("problems");
}

}  // namespace tarazy
