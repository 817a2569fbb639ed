#include "study/multiverse_record.hpp"

#include "base/error.hpp"
#include "base/number_text.hpp"
#include "base/program_version.hpp"
#include "base/sha256.hpp"
#include "base/text_lists.hpp"
#include "io/atomic_file.hpp"
#include "io/file_in_pieces.hpp"
#include "io/read_table.hpp"
#include "io/write_table.hpp"
#include "ledger/verify.hpp"
#include "study/data_files.hpp"
#include "study/deciding_bytes.hpp"
#include "study/multiverse_tables.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <set>

namespace tarazy {
namespace {

namespace fs = std::filesystem;
using RecordJson = nlohmann::ordered_json;

/// Words for readers, which decide no verdict.
bool is_for_readers(const std::string& key) {
    static const std::set<std::string> keys = {"title",  "name",         "note",           "limits", "text",
                                               "reason", "would_change", "opposite_means", "theory", "data_seen",
                                               "topic",  "expects",      "expects_seen"};
    return keys.contains(key);
}

/// A value of the study as one text, without places and without words for readers.
void write_plain(std::string& out, const TomlValue& value, bool in_parameters) {
    switch (value.kind) {
        case TomlKind::integer:
        case TomlKind::real: out += number_text(value.real); break;
        case TomlKind::boolean: out += value.boolean ? "true" : "false"; break;
        case TomlKind::list:
            for (const TomlValue& item : value.items) {
                out += '[';
                write_plain(out, item, in_parameters);
                out += ']';
            }
            break;
        case TomlKind::table:
            for (const TomlEntry& entry : value.entries) {
                if (!in_parameters && is_for_readers(entry.key)) continue;
                out += entry.key + '{';
                if (entry.key == "absolute_because" && !in_parameters)
                    out += "said";  // that it is said decides, not how
                else
                    write_plain(out, entry.value, in_parameters || entry.key == "parameters" || entry.key == "set");
                out += '}';
            }
            break;
        default: out += std::to_string(value.text.size()) + ':' + value.text;
    }
}

/// Digests of the parts of the study that decide verdicts.
std::map<std::string, std::string> study_digests(const StudyFile& study, Methods methods) {
    std::map<std::string, std::string> digests;
    for (const char* part : {"study", "pole", "data", "analysis", "proposition", "choice"}) {
        std::string text;
        if (const TomlEntry* entry = study.written->find(part)) write_plain(text, entry->value, false);
        digests[part] = sha256_hex(text);
    }
    std::set<std::string> versions;
    for (const StudyAnalysis& analysis : study.analyses) {
        if (const Method* method = find_method(methods, analysis.method.text))
            versions.insert(method->id + ' ' + std::to_string(method->version));
    }
    digests["methods"] = sha256_hex(joined(versions, "\n"));
    return digests;
}

/// The data files of the study under any alternative, as outputs name them, with where they lie.
std::map<std::string, std::string> files_of_data(const StudyFile& study) {
    std::map<std::string, std::string> files;
    const auto add = [&](const std::string& written) {
        const auto path = resolve_input(written, study.folder);
        std::error_code ignored;
        if (path && fs::is_regular_file(*path, ignored)) files.emplace(recorded_path(study, written), *path);
    };
    for (const StudyData& data : study.data) {
        for (const PlacedText& file : data.files) add(file.text);
        if (!data.fallback.text.empty()) add(data.fallback.text + '/' + provenance_name);
    }
    for (const StudyChoice& choice : study.choices) {
        for (const ChoiceAlternative& alternative : choice.alternatives) {
            for (const StudyOverride& one : alternative.set) {
                if (!one.path.starts_with("data.") || !one.path.ends_with(".file")) continue;
                if (one.value.kind == TomlKind::text) add(one.value.text);
                for (const TomlValue& item : one.value.items) add(item.text);
            }
        }
    }
    return files;
}

/// Where raw files are here, what was derived from them decides nothing; else it stands in for them.
bool stands_in(const StudyFile& study, const std::string& file) {
    return std::ranges::any_of(study.data, [&](const StudyData& data) {
        return data.result.text.empty() && find_data(study, data).state == DataState::folder &&
               recorded_path(study, data.fallback.text + '/' + provenance_name) == file;
    });
}

RecordJson input_digests_json(const StudyFile& study) {
    RecordJson inputs = RecordJson::array();
    for (const auto& [written, path] : files_of_data(study)) {
        if (written.ends_with(std::string("/") + provenance_name) && !stands_in(study, written)) continue;
        inputs.push_back({{"path", written}, {"sha256", deciding_sha256(path)}});
    }
    return inputs;
}

MultiverseFile csv_file(const std::string& name, const Table& table) {
    return {name + ".csv", to_csv(table), table.rows()};
}

/// What was changed since the tables were made; nothing where they are those of the study.
std::string what_changed(const StudyFile& study, Methods methods, const RecordJson& record) {
    std::string changed;
    for (const auto& [part, digest] : study_digests(study, methods)) {
        if (record.at("study").value(part, "") == digest) continue;
        add_item(changed, part == "methods" ? "the program's methods" : "[" + part + "] of the study file");
    }
    const auto files = files_of_data(study);
    for (const RecordJson& input : record.at("inputs")) {
        const std::string path = input.at("path");
        const auto here = files.find(path);
        if (here == files.end()) {
            // A file under a variable that is not set here says nothing.
            if (!path.starts_with('$')) add_item(changed, path + " (no longer used)");
        } else if (input.at("sha256") != deciding_sha256(here->second)) {
            add_item(changed, path);
        }
    }
    return changed;
}

constexpr std::array<const char*, 4> table_names_of_multiverse = {"universes", "verdicts", "moves", "curves"};

StudyMultiverse words_of_choices(const StudyFile& study) {
    StudyMultiverse kept;
    for (const StudyChoice& choice : study.choices) {
        StudyMultiverse::Choice words{choice.id.text, choice.name, choice.reason, {}};
        for (const ChoiceAlternative& one : choice.alternatives) words.alternatives.push_back({one.id.text, one.name});
        kept.choices.push_back(std::move(words));
    }
    return kept;
}

void read_tables(StudyMultiverse& kept, const fs::path& folder, const RecordJson& record) {
    for (const char* name : table_names_of_multiverse) {
        const std::string file = std::string(name) + ".csv";
        const auto listed = std::ranges::find_if(record.at("tables"),
                                                 [&](const RecordJson& table) { return table.at("path") == file; });
        const std::string path = (folder / file).string();
        std::error_code ignored;
        if (listed == record.at("tables").end() || !fs::is_regular_file(path, ignored)) {
            kept.stale = "the table " + file + " is not there";
        } else if (listed->at("sha256") != sha256_file(path)) {
            kept.stale = "the table " + file + " was changed since it was made";
        } else if (file != "universes.csv") {  // the report says which rows are where; it shows none of them
            Table table = read_table(path, {.as_written = true});
            table.origin = {};
            kept.tables.push_back({name, std::move(table)});
        }
    }
    if (!kept.stale.empty()) kept.tables.clear();
}

}  // namespace

std::vector<MultiverseFile> multiverse_files(const StudyFile& study, Methods methods, const Multiverse& multiverse,
                                             const MultiverseMaking& making) {
    std::vector<MultiverseFile> files = {csv_file("universes", universes_table(study, multiverse)),
                                         csv_file("verdicts", verdicts_table(study, multiverse)),
                                         csv_file("moves", moves_table(study, multiverse)),
                                         csv_file("curves", curves_table(study, multiverse))};
    RecordJson record;
    record["command"] = making.command;
    record["tarazy"] = program_version();
    record["seed"] = making.seed;
    record["points"] = making.most_universes;
    record["possible"] = multiverse.possible;
    record["listed"] = multiverse.universes.size();
    record["all"] = multiverse.all;
    record["analyses"] = multiverse.analyses_computed;
    record["notes"] = multiverse_notes(study, multiverse);
    record["study"] = study_digests(study, methods);
    record["inputs"] = input_digests_json(study);
    record["tables"] = RecordJson::array();
    for (const MultiverseFile& file : files)
        record["tables"].push_back({{"path", file.name}, {"sha256", sha256_hex(file.bytes)}, {"rows", file.rows}});
    files.push_back({provenance_name, record.dump(2, ' ', false, RecordJson::error_handler_t::replace) + '\n', 0});
    return files;
}

std::vector<std::string> write_multiverse(const std::string& folder, const std::vector<MultiverseFile>& files) {
    std::error_code error;
    fs::create_directories(folder, error);
    if (error) throw FileError(folder + ": the folder cannot be made (" + error.message() + ")");
    std::vector<std::string> written;
    std::vector<FileToWrite> together;
    for (const MultiverseFile& file : files) {
        written.push_back((fs::path(folder) / file.name).string());
        together.push_back({written.back(), file.bytes});
    }
    write_files_together(together);
    return written;
}

std::optional<StudyMultiverse> kept_multiverse(const StudyFile& study, Methods methods) {
    if (study.choices.empty()) return std::nullopt;
    StudyMultiverse kept = words_of_choices(study);
    const fs::path folder = fs::path(study.folder) / multiverse_folder;
    const std::string path = (folder / provenance_name).string();
    std::error_code ignored;
    if (!fs::is_regular_file(path, ignored)) {
        kept.stale = "it was not computed yet";
        return kept;
    }
    try {
        const RecordJson record = RecordJson::parse(read_file(path));
        kept.command = record.at("command");
        kept.version = record.at("tarazy");
        kept.possible = record.at("possible");
        kept.listed = record.at("listed");
        kept.all = record.at("all");
        kept.notes = record.at("notes").get<std::vector<std::string>>();
        const std::string changed = what_changed(study, methods, record);
        if (changed.empty())
            read_tables(kept, folder, record);
        else
            kept.stale = "changed since it was computed: " + changed;
    } catch (const nlohmann::json::exception& error) {
        kept.stale = std::string(provenance_name) + " cannot be understood (" + error.what() + ")";
    }
    return kept;
}

std::vector<DataUse> multiverse_uses(const StudyFile& study, const StudyMultiverse& kept) {
    std::vector<DataUse> uses;
    const auto add = [&](const std::string& file, std::size_t rows) {
        DataUse use;
        use.key = use.role = "multiverse";
        use.path = std::string(multiverse_folder) + '/' + file;
        use.sha256 = sha256_file((fs::path(study.folder) / multiverse_folder / file).string());
        use.rows = rows;
        uses.push_back(std::move(use));
    };
    for (const ResultTable& table : kept.tables) add(table.name + ".csv", table.table.rows());
    add(provenance_name, 0);
    return uses;
}

}  // namespace tarazy
