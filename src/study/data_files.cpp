#include "study/data_files.hpp"

#include "base/sha256.hpp"
#include "base/text_lists.hpp"
#include "io/atomic_file.hpp"
#include "io/read_table.hpp"
#include "io/text_lines.hpp"
#include "io/write_table.hpp"
#include "ledger/verify.hpp"
#include "study/reading_hints.hpp"
#include "table/stacked_files.hpp"

#include <algorithm>
#include <cassert>
#include <filesystem>
#include <iterator>

namespace tarazy {
namespace {

namespace fs = std::filesystem;

bool is_there(const std::optional<std::string>& path) {
    std::error_code ignored;
    return path && fs::exists(*path, ignored);
}

bool is_table(const std::string& path) {
    static const std::vector<std::string> endings = {".csv",    ".tsv",    ".txt",    ".dta",    ".sav",    ".xlsx",
                                                     ".csv.gz", ".tsv.gz", ".txt.gz", ".csv.xz", ".tsv.xz", ".txt.xz"};
    std::error_code ignored;
    return fs::is_regular_file(path, ignored) &&
           std::ranges::any_of(endings, [&](const std::string& ending) { return path.ends_with(ending); });
}

/// A scenario, say: analyses read its lines.
bool is_document(const std::string& path) {
    return path.ends_with(".toml") || path.ends_with(".json");
}

/// A folder is read as no table, and a device or pipe may never end.
DataPlace no_file(const std::string& path, const std::string& written) {
    std::error_code ignored;
    DataPlace place;
    place.why_missing = "'" + written + "' is " + (fs::is_directory(path, ignored) ? "a folder" : "no regular file");
    place.remedy = "name a file";
    return place;
}

/// Analyses of the study that read this data key.
std::vector<std::string> readers_of(const StudyFile& study, const std::string& key) {
    std::vector<std::string> readers;
    for (const StudyAnalysis& analysis : study.analyses) {
        if (std::ranges::find(analysis.data, key, &PlacedText::text) != analysis.data.end())
            readers.push_back(analysis.id.text);
    }
    return readers;
}

std::string variable_of(const std::string& written) {
    return written.starts_with('$') ? written.substr(1, written.find('/') - 1) : "";
}

std::string remedy_for(const std::string& written, const std::string& also) {
    const std::string variable = variable_of(written);
    std::string remedy = variable.empty() ? "put the file there" : "set " + variable + " to the folder that holds it";
    return remedy + also;
}

/// What is lacking of the shipped results that stand in for the data: the first missing file, or nothing.
std::optional<std::string> missing_shipped_result(const StudyFile& study, const StudyData& data,
                                                  const std::string& folder) {
    for (const std::string& analysis : readers_of(study, data.key.text)) {
        const std::string file = analysis + ".csv";
        if (!is_there((fs::path(folder) / file).string())) return data.fallback.text + "/" + file;
    }
    return std::nullopt;
}

/// The columns of the file under our names.
void rename_columns(Table& table, const StudyFile& study, const StudyData& data, bool required) {
    Diagnostics diagnostics;
    for (const auto& [ours, theirs] : data.columns) {
        const auto found = table.find(theirs.text);
        if (!found) {
            if (required) {
                diagnostics.add({study.path, theirs.place.line, theirs.place.column,
                                 "no column '" + theirs.text + "' in the data '" + data.key.text + "'",
                                 "its columns are listed by 'tarazy data inspect'"});
            }
            continue;
        }
        const auto former = table.find(ours);
        table.names[*found] = ours;
        if (former && *former != *found) {
            table.names.erase(table.names.begin() + static_cast<std::ptrdiff_t>(*former));
            table.columns.erase(table.columns.begin() + static_cast<std::ptrdiff_t>(*former));
        }
    }
    diagnostics.throw_if_any();
}

std::string joined_files(const StudyFile& study, const StudyData& data) {
    return joined(data.files, ", ", [&](const PlacedText& file) { return recorded_path(study, file.text); });
}

DataUse use_of(const StudyFile& study, const StudyData& data, const std::string& written, bool fallback) {
    DataUse use;
    use.key = data.key.text;
    use.role = data.role.text;
    use.path = written;
    for (const PlacedText& source : data.sources) use.sources.push_back(source.text);
    use.fallback = fallback;
    if (fallback) use.raw_path = joined_files(study, data);
    use.note = data.note;
    return use;
}

/// Names of an analysis' tables in a folder: "" for `<analysis>.csv`, then those of `<analysis>.<name>.csv`, sorted.
std::vector<std::string> table_names(const fs::path& folder, const std::string& analysis) {
    const std::string begin = analysis + ".", end = ".csv";
    std::vector<std::string> names = {""};
    for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
        const std::string file = entry.path().filename().string();
        if (!file.starts_with(begin) || !file.ends_with(end) || file.size() <= begin.size() + end.size()) continue;
        names.push_back(file.substr(begin.size(), file.size() - begin.size() - end.size()));
    }
    std::ranges::sort(names);
    return names;
}

/// One after the other would count every row twice.
void refuse_same_files(const StudyFile& study, const StudyData& data, const LoadedData& loaded) {
    Diagnostics diagnostics;
    for (std::size_t i = 0; i < loaded.uses.size() && loaded.uses.size() == data.files.size(); ++i) {
        const auto same = std::ranges::find(loaded.uses, loaded.uses[i].sha256, &DataUse::sha256);
        if (same->path == loaded.uses[i].path || loaded.uses[i].sha256.empty()) continue;
        const TextPlace at = data.files[i].place;
        diagnostics.add(
            {study.path, at.line, at.column,
             "[data." + data.key.text + "]: '" + loaded.uses[i].path + "' holds the same as '" + same->path + "'",
             "leave one of the two out"});
    }
    diagnostics.throw_if_any();
}

/// What the study says of reading the file may be wrong; then the study file is to be mended.
Table table_read(const StudyFile& study, const StudyData& data, const std::string& path, const ReadOptions& reading) {
    try {
        return read_table(path, reading);
    } catch (const UsageError& error) {
        const TextPlace at = data.key.place;
        throw InputError(
            Problem{study.path, at.line, at.column, "[data." + data.key.text + "]: " + error.what(), "mend the value"});
    }
}

}  // namespace

std::string recorded_path(const StudyFile& study, const std::string& written) {
    if (written.starts_with('$')) return written;
    const fs::path folder = fs::weakly_canonical(fs::absolute(study.folder));
    const fs::path path = fs::path(written).is_absolute() ? fs::path(written) : folder / written;
    const fs::path relative = fs::weakly_canonical(path).lexically_relative(folder);
    const bool inside = !relative.empty() && *relative.begin() != "..";
    return inside ? relative.generic_string() : written;
}

DataPlace find_data(const StudyFile& study, const StudyData& data, bool shipped) {
    DataPlace place;
    std::string missing;
    std::error_code ignored;
    if (!data.result.text.empty()) place.written.push_back("result of " + data.result.text);
    for (const PlacedText& file : data.files) {
        const auto path = resolve_input(file.text, study.folder);
        if (!is_there(path) && missing.empty()) missing = file.text;
        if (is_there(path) && !fs::is_regular_file(*path, ignored)) return no_file(*path, file.text);
        place.written.push_back(recorded_path(study, file.text));
        place.paths.push_back(path.value_or(""));
    }
    if (missing.empty() && !shipped) {
        place.state = DataState::raw;
        return place;
    }
    place.written.clear();
    place.paths.clear();
    if (data.fallback.text.empty()) {
        place.why_missing = "the file '" + missing + "' is not there";
        place.remedy = remedy_for(missing, ", or name a fallback");
        return place;
    }
    const auto fallback = resolve_input(data.fallback.text, study.folder);
    if (!is_there(fallback)) {
        place.why_missing = "neither '" + missing + "' nor its fallback '" + data.fallback.text + "' is there";
        place.remedy = remedy_for(missing, ", then 'tarazy study derive' makes the fallback");
    } else if (!fs::is_directory(*fallback, ignored)) {
        place.state = DataState::file;
        place.written = {recorded_path(study, data.fallback.text)};
        place.paths = {*fallback};
    } else if (const auto lacking = missing_shipped_result(study, data, *fallback)) {
        place.why_missing = "neither '" + missing + "' nor the derived table '" + *lacking + "' is there";
        place.remedy = remedy_for(missing, ", then 'tarazy study derive' makes the table");
    } else {
        place.state = DataState::folder;
        place.written = {recorded_path(study, data.fallback.text)};
        place.paths = {*fallback};
    }
    return place;
}

PlaceInFile place_in_file(const std::vector<FileRows>& files, std::size_t row) {
    const auto after = std::ranges::upper_bound(files, row, {}, &FileRows::first);
    assert(after != files.begin());
    const FileRows& file = *std::prev(after);
    const std::size_t in_file = row - file.first;
    return {file.path, file.lines.empty() ? in_file + 2 : file.lines[in_file]};
}

LoadedData load_data(const StudyFile& study, const StudyData& data, bool shipped, const Work& work) {
    const DataPlace place = find_data(study, data, shipped);
    LoadedData loaded;
    loaded.key = data.key.text;
    loaded.role = data.role.text;
    loaded.state = place.state;
    if (place.state == DataState::missing) {
        const TextPlace at = data.files.front().place;
        throw InputError(Problem{study.path, at.line, at.column, "[data." + data.key.text + "]: " + place.why_missing,
                                 place.remedy});
    }
    if (place.state == DataState::folder) return loaded;  // the shipped tables belong to the analyses
    for (std::size_t i = 0; i < place.paths.size(); ++i) {
        DataUse use = use_of(study, data, place.written[i], place.state == DataState::file);
        if (is_table(place.paths[i])) {
            // What stands in for the raw file was written by us.
            const bool raw = place.state == DataState::raw;
            ReadOptions reading = raw ? data.reading : ReadOptions();
            reading.work = work;
            Table table = table_read(study, data, place.paths[i], reading);
            rename_columns(table, study, data, place.state == DataState::raw);
            use.sha256 = table.origin.sha256;
            use.rows = table.rows();
            for (const std::string& note : table.origin.notes) use.notes.push_back(hint_of_study_file(note));
            loaded.files.push_back({use.path, loaded.table.rows(), table.origin.lines});
            loaded.table = i == 0 ? std::move(table) : stacked_files(loaded.table, table);
        } else if (is_document(place.paths[i])) {
            Table lines = text_lines(place.paths[i]);
            use.sha256 = lines.origin.sha256;
            use.rows = lines.rows();
            loaded.files.push_back({use.path, loaded.table.rows(), {}});
            for (std::uint32_t line = 1; line <= lines.rows(); ++line) loaded.files.back().lines.push_back(line);
            loaded.table = i == 0 ? std::move(lines) : stacked_files(loaded.table, lines);
        } else {
            use.sha256 = sha256_file(place.paths[i]);
        }
        loaded.uses.push_back(std::move(use));
    }
    if (place.state == DataState::raw) refuse_same_files(study, data, loaded);
    return loaded;
}

Table table_of_result(const StudyFile& study, const StudyData& data, const AnalysisResult& analysis) {
    const auto found = std::ranges::find(analysis.tables, data.table, &ResultTable::name);
    if (found == analysis.tables.end()) {
        const auto name = [](const ResultTable& one) { return one.name.empty() ? "(main)" : one.name; };
        throw InputError(Problem{study.path, data.result.place.line, data.result.place.column,
                                 "the result of '" + analysis.id + "' has no table '" + data.table + "'",
                                 "its tables are " + joined(analysis.tables, ", ", name)});
    }
    Table table = found->table;
    rename_columns(table, study, data, true);
    return table;
}

ShippedTables read_shipped_tables(const StudyFile& study, const StudyData& data, const std::string& analysis) {
    const std::string& folder = data.fallback.text;
    const fs::path place = resolve_input(folder, study.folder).value_or("");
    ShippedTables shipped;
    for (const std::string& name : table_names(place, analysis)) {
        const std::string file = analysis + (name.empty() ? "" : "." + name) + ".csv";
        Table table = read_table((place / file).string(), {.as_written = true});
        DataUse use = use_of(study, data, recorded_path(study, folder + "/" + file), true);
        use.sha256 = table.origin.sha256;
        use.rows = table.rows();
        shipped.files.push_back(std::move(use));
        table.origin = {};
        shipped.tables.push_back({name, std::move(table)});
    }
    const std::string provenance = (place / provenance_name).string();
    if (is_there(provenance)) {
        DataUse use = use_of(study, data, recorded_path(study, folder + "/" + provenance_name), true);
        use.sha256 = sha256_file(provenance);
        shipped.files.push_back(std::move(use));
    }
    return shipped;
}

Table as_written(const Table& table) {
    if (table.rows() == 0) return table;
    Table written = read_csv(to_csv(table), "", {.as_written = true});
    written.origin = {};
    return written;
}

}  // namespace tarazy
