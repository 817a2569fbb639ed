#include "study/provenance.hpp"

#include "base/error.hpp"
#include "base/program_version.hpp"
#include "base/text_lists.hpp"
#include "io/atomic_file.hpp"
#include "ledger/verify.hpp"
#include "study/data_files.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <map>

namespace tarazy {
namespace {

namespace fs = std::filesystem;
using JsonText = nlohmann::ordered_json;

JsonText file_json(const DataUse& use, bool with_key) {
    JsonText json = JsonText::object();
    if (with_key) json["key"] = use.key;
    json["path"] = use.path;
    json["sha256"] = use.sha256;
    json["rows"] = use.rows;
    return json;
}

/// The entry of an analysis in a provenance file.
JsonText entry_of(const JsonText& provenance, const std::string& analysis) {
    for (const JsonText& entry : provenance.at("analyses")) {
        if (entry.at("id") == analysis) return entry;
    }
    return nullptr;
}

/// Names of the settings in which two sets differ: "parameters (windows), seed".
std::string differing(const JsonText& made, const JsonText& now) {
    std::string names;
    for (const auto& [key, value] : now.items()) {
        if (made.contains(key) && made.at(key) == value) continue;
        add_item(names, key);
        if (key != "parameters" || !made.contains(key)) continue;
        for (const auto& [name, parameter] : value.items()) {
            if (!made.at(key).contains(name) || made.at(key).at(name) != parameter) names += " '" + name + "'";
        }
    }
    return names.empty() && made != now ? "parameters" : names;
}

}  // namespace

std::string settings_of(const AnalysisPlan& plan) {
    JsonText json;
    json["parameters"] = JsonText::parse(plan.parameters.json());
    json["focus"] = plan.frame.focus;
    json["comparison"] = plan.frame.comparison;
    json["poles"] = JsonText::object();
    for (const Pole& pole : plan.frame.poles) json["poles"][pole.id] = pole.members;
    json["years"] = to_string(plan.frame.years);
    json["seed"] = plan.frame.seed;
    return json.dump();
}

std::string provenance_text(const std::string& command, const std::vector<Making>& makings) {
    JsonText json;
    json["command"] = command;
    json["tarazy"] = program_version();
    json["analyses"] = JsonText::array();
    for (const Making& making : makings) {
        JsonText entry = {
            {"id", making.analysis}, {"method", making.method}, {"settings", JsonText::parse(making.settings)}};
        entry["inputs"] = JsonText::array();
        for (const DataUse& use : making.inputs) entry["inputs"].push_back(file_json(use, true));
        entry["tables"] = JsonText::array();
        for (const DataUse& use : making.tables) entry["tables"].push_back(file_json(use, false));
        json["analyses"].push_back(std::move(entry));
    }
    return json.dump(2, ' ', false, JsonText::error_handler_t::replace) + '\n';
}

std::vector<std::string> tables_listed(const std::string& provenance) {
    std::vector<std::string> names;
    try {
        const JsonText json = JsonText::parse(provenance);
        for (const JsonText& entry : json.at("analyses")) {
            for (const JsonText& table : entry.at("tables")) names.push_back(table.at("path"));
        }
    } catch (const nlohmann::json::exception&) {
        return {};
    }
    return names;
}

void require_same_making(const StudyFile& study, const StudyData& data, const AnalysisPlan& plan,
                         const std::vector<DataUse>& files, const std::vector<DataUse>& present) {
    const std::string folder = resolve_input(data.fallback.text, study.folder).value_or("");
    const std::string path = (fs::path(folder) / provenance_name).string();
    const std::string remedy = "run 'tarazy study derive' where the raw data are, or undo the change";
    const auto refuse = [&](const std::string& what) { throw InputError(Problem{path, 0, 0, what, remedy}); };
    std::error_code ignored;
    if (!fs::exists(path, ignored)) refuse("is not there, so nothing says how the derived tables were made");
    try {
        const JsonText entry = entry_of(JsonText::parse(read_file(path)), plan.id);
        if (entry.is_null()) refuse("tells nothing of the analysis '" + plan.id + "'");
        const std::string changed = differing(entry.at("settings"), JsonText::parse(settings_of(plan)));
        if (!changed.empty())
            refuse("the derived tables of '" + plan.id + "' were made with other settings: " + changed);
        for (const JsonText& input : entry.at("inputs")) {
            const auto here = std::ranges::find_if(present, [&](const DataUse& use) {
                return input.at("key") == use.key && input.at("path") == use.path;
            });
            if (here != present.end() && input.at("sha256") != here->sha256)
                refuse("the derived tables of '" + plan.id + "' were made from another '" + here->path + "'");
        }
        for (const JsonText& table : entry.at("tables")) {
            const std::string name = table.at("path");
            const auto found =
                std::ranges::find_if(files, [&](const DataUse& use) { return fs::path(use.path).filename() == name; });
            if (found == files.end()) refuse("lists the table '" + name + "', which is not there");
            if (table.at("sha256") != found->sha256) refuse("the table '" + name + "' was changed since it was made");
        }
    } catch (const nlohmann::json::exception& error) {
        refuse(std::string("cannot be understood (") + error.what() + ")");
    }
}

}  // namespace tarazy
