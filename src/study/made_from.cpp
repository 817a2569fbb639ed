#include "study/made_from.hpp"

#include "base/text_lists.hpp"
#include "study/data_reading.hpp"
#include "study/provenance.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace tarazy {
namespace {

using SettingsJson = nlohmann::ordered_json;

/// Columns under other names and options of reading, as one line.
std::string how_read(const StudyData& data) {
    std::string text;
    for (const auto& [ours, theirs] : data.columns) add_item(text, ours + " = " + theirs.text, "; ");
    const std::string reading = reading_text(data.reading);
    if (reading != reading_text({})) add_item(text, reading, "; ");
    return text;
}

std::string setting_in_words(const SettingsJson& value) {
    if (value.is_null()) return "nothing";
    if (value.is_string()) return value.get<std::string>().empty() ? "nothing" : value.get<std::string>();
    if (value.is_array())
        return value.empty() ? "none"
                             : joined(value, ", ", [](const SettingsJson& item) { return setting_in_words(item); });
    return value.dump();
}

SettingsJson value_of(const SettingsJson& object, const std::string& key) {
    return object.is_object() && object.contains(key) ? object.at(key) : SettingsJson();
}

class ChangeList {
public:
    std::vector<Change> changes;

    void add(const std::string& kind, const std::string& what, const SettingsJson& then, const SettingsJson& now) {
        if (then == now) return;
        changes.push_back({kind, what + " changed from " + setting_in_words(then) + " to " + setting_in_words(now)});
    }

    /// The members of two objects, one change a member that differs.
    void add_members(const std::string& kind, const std::string& what, const SettingsJson& then,
                     const SettingsJson& now) {
        std::vector<std::string> keys;
        for (const SettingsJson* one : {&then, &now}) {
            for (const auto& [key, value] : one->items()) {
                if (std::ranges::find(keys, key) == keys.end()) keys.push_back(key);
            }
        }
        for (const std::string& key : keys) add(kind, what + " '" + key + "'", value_of(then, key), value_of(now, key));
    }
};

void add_settings(ChangeList& list, const MadeFrom& then, const MadeFrom& now) {
    const SettingsJson before = SettingsJson::parse(then.settings), after = SettingsJson::parse(now.settings);
    list.add_members("parameter", "parameter", value_of(before, "parameters"), value_of(after, "parameters"));
    list.add("states", "the state in focus", value_of(before, "focus"), value_of(after, "focus"));
    list.add("states", "the comparison states", value_of(before, "comparison"), value_of(after, "comparison"));
    list.add_members("states", "the members of the pole", value_of(before, "poles"), value_of(after, "poles"));
    list.add("years", "the years", value_of(before, "years"), value_of(after, "years"));
    list.add("seed", "the seed", value_of(before, "seed"), value_of(after, "seed"));
}

std::string named_files(const DataRead& data) {
    return joined(data.files, ", ", [](const FileDigest& file) { return file.path; });
}

void add_files(ChangeList& list, const DataRead& then, const DataRead& now) {
    if (!now.result.empty() || !then.result.empty()) {
        list.add("input", "what '" + now.key + "' is the result of", then.result, now.result);
        return;
    }
    const bool same = std::ranges::equal(then.files, now.files, {}, &FileDigest::sha256, &FileDigest::sha256);
    if (same) return;
    if (then.files.size() != now.files.size() || named_files(then) != named_files(now)) {
        list.changes.push_back({"input", "the data '" + now.key + "' were read from " + named_files(then) +
                                             ", and would now be from " + named_files(now)});
        return;
    }
    for (std::size_t i = 0; i < now.files.size(); ++i) {
        if (then.files[i].sha256 != now.files[i].sha256)
            list.changes.push_back({"input", now.files[i].path + " changed"});
    }
}

}  // namespace

MadeFrom made_from(const StudyFile& study, const StudyAnalysis& analysis, const Method& method,
                   const AnalysisPlan& plan, const FilesOf& files) {
    MadeFrom made;
    made.method_version = method.version;
    made.settings = settings_of(plan);
    for (const PlacedText& key : analysis.data) {
        const StudyData& data = *std::ranges::find(study.data, key.text, [](const StudyData& d) { return d.key.text; });
        made.data.push_back({key.text, data.role.text, data.result.text, how_read(data), files(data)});
    }
    if (method.other_readings != nullptr) made.tested = plan.tested;
    return made;
}

std::vector<Change> changes_between(const MadeFrom& then, const MadeFrom& now) {
    ChangeList list;
    const auto keys = [](const MadeFrom& made) {
        return joined(made.data, ", ", [](const DataRead& data) { return data.key; });
    };
    const auto roles = [](const MadeFrom& made) {
        return joined(made.data, ", ", [](const DataRead& data) { return data.role; });
    };
    if (roles(then) != roles(now)) {
        list.add("input", "the data that it reads", keys(then), keys(now));
    } else {
        for (std::size_t i = 0; i < now.data.size(); ++i) {
            add_files(list, then.data[i], now.data[i]);
            list.add("reading", "how '" + now.data[i].key + "' is read", then.data[i].reading, now.data[i].reading);
        }
    }
    add_settings(list, then, now);
    list.add("method", "the version of the method", then.method_version, now.method_version);
    list.add("tests", "the quantities tried under other readings", then.tested, now.tested);
    return std::move(list.changes);
}

}  // namespace tarazy
