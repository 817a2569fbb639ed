#include "analyses/write_study/recognise/recognise.hpp"

#include "analyses/write_study/data_kind.hpp"
#include "analyses/write_study/recognise/column_looks.hpp"
#include "analyses/write_study/recognise/file_head.hpp"
#include "analyses/write_study/recognise/file_version.hpp"
#include "analyses/write_study/recognise/layout_doubts.hpp"
#include "base/error.hpp"
#include "base/text_lists.hpp"

#include <algorithm>
#include <filesystem>

namespace tarazy {
namespace {

namespace fs = std::filesystem;

/// `KAZ_78_2023.txt`; the year.
std::optional<int> year_of_speech(const std::string& name) {
    const bool code = name.size() > 4 && name[3] == '_' &&
                      std::ranges::all_of(name.substr(0, 3), [](char c) { return c >= 'A' && c <= 'Z'; });
    const std::size_t last = name.rfind('_');
    if (!code || last <= 3 || !name.ends_with(".txt") || name.size() != last + 9) return std::nullopt;
    return year_of_cell(name.substr(last + 1, 4));
}

std::vector<std::string> files_in(const fs::path& folder, bool deep) {
    std::vector<std::string> files;
    std::error_code ignored;
    const auto add = [&](const fs::directory_entry& entry) {
        const std::string name = entry.path().filename().string();
        if (entry.is_regular_file(ignored) && !name.starts_with('.')) files.push_back(entry.path().string());
    };
    if (deep) {
        for (const auto& entry : fs::recursive_directory_iterator(folder, ignored)) add(entry);
    } else {
        for (const auto& entry : fs::directory_iterator(folder, ignored)) add(entry);
    }
    std::ranges::sort(files);
    return files;
}

/// A folder of speeches, where most of its files are called so.
std::optional<Recognised> speeches_in(const std::string& path) {
    const std::vector<std::string> files = files_in(path, true);
    const auto layout = std::ranges::find_if(data_layouts(), &DataLayout::speeches);
    Recognised found{path};
    found.layout = &*layout;
    found.role = layout->role;
    found.whole = true;
    for (const std::string& file : files) {
        const std::string name = fs::path(file).filename().string();
        const auto year = year_of_speech(name);
        if (!year) continue;
        DataCoverage& coverage = found.coverage;
        ++coverage.rows;
        const auto state = state_of_squeezed_name(name.substr(0, 3));
        if (state) ++coverage.states[*state];
        if (!coverage.years) coverage.years = std::pair(*year, *year);
        coverage.years->first = std::min(coverage.years->first, *year);
        coverage.years->second = std::max(coverage.years->second, *year);
    }
    if (found.coverage.rows == 0 || 2 * found.coverage.rows < files.size()) return std::nullopt;
    found.assumed = layout->assumed;
    found.advice = advised_commands(*layout, {path, {}, "", &found.coverage});
    return found;
}

/// What the columns of a table without layout would need to be something.
void tell_needed(Recognised& found, const FileHead& head) {
    if (const auto kind = recognised_data(head.table)) {
        found.role = kind->role;
        for (const auto& [ours, theirs] : kind->columns) found.assumed.push_back("'" + theirs + "' is read as " + ours);
        return;
    }
    for (const NearLayout& near : near_layouts(head.signs))
        found.needed.push_back("nearly '" + near.layout->name + "': it lacks " + first_few(near.lacks, 6));
    const Problem told = not_recognised(head.table);
    found.needed.push_back(told.remedy);
}

/// DataCoverage from the whole file, or why there is none. Standard input cannot be read twice: of it only the head
/// counts.
void take_coverage(Recognised& found, const FileHead& head, const RecogniseOptions& options) {
    const auto of_table = [&](const Table& table) {
        found.coverage = found.layout != nullptr ? coverage_of(table, *found.layout) : coverage_by_look(table);
    };
    if (head.signs.bare_fields > 0 && found.layout != nullptr) {
        if (!options.head_only) found.coverage = coverage_of_bare_file(found.path, *found.layout, options.reading.work);
        found.whole = !options.head_only;
        return;
    }
    of_table(head.table);
    found.whole = head.whole;
    if (options.head_only || found.path == "-") return;
    try {
        const Table table = read_table(found.path, options.reading);
        of_table(table);
        found.sha256 = table.origin.sha256;
        found.whole = true;
        found.assumed.insert(found.assumed.end(), table.origin.notes.begin(), table.origin.notes.end());
    } catch (const InputError& error) {
        found.fault = error.problems().empty() ? "cannot be read" : to_string(error.problems().front());
        found.role.clear();
    }
}

/// What the header and the first rows tell.
void take_signs(Recognised& found, const FileHead& head) {
    found.layout = layout_with(head.signs);
    if (found.layout != nullptr) {
        const std::vector<std::string> doubts = layout_doubts(head.table, *found.layout);
        if (!doubts.empty()) {
            found.needed.push_back("its header is that of '" + found.layout->name + "', but " + joined(doubts, "; "));
            found.layout = nullptr;
        }
    }
    if (found.layout == nullptr && !head.fault.empty()) return;
    found.columns = column_looks(head.table);
    if (found.layout == nullptr) return tell_needed(found, head);
    const auto kind = recognised_data(head.table);
    // Columns of a file that has to be reshaped first may look like those of cases.
    const bool as_it_is = !found.layout->shape || !found.layout->role.empty();
    found.role = kind && as_it_is ? kind->role : "";
    found.assumed = found.layout->assumed;
    const auto beside = layouts_beside(head.signs, *found.layout);
    if (beside.empty()) return;
    const std::string names = joined(beside, ", ", [](const DataLayout* one) { return "'" + one->name + "'"; });
    found.assumed.insert(found.assumed.begin(),
                         "it has all columns of " + names +
                             ", too: a table merged from several? what is said here holds for '" + found.layout->name +
                             "' alone");
}

/// What needs the coverage.
void take_advice(Recognised& found, const FileHead& head) {
    if (found.layout == nullptr || !found.fault.empty()) return;
    found.version = file_version(*found.layout, head.table, head.signs.title, found.coverage, found.whole);
    AdviceFor file{found.path, head.signs.names, "", &found.coverage, &head.table};
    for (const TitleColumn& column : found.layout->title_columns)
        file.title_state = between_in_title(head.signs.title, column.after, column.before).value_or("");
    found.advice = advised_commands(*found.layout, file);
}

Recognised recognised_file(const std::string& path, const RecogniseOptions& options) {
    Recognised found{path};
    const FileHead head = read_file_head(path, options.reading);
    found.fault = head.fault;
    take_signs(found, head);
    if (found.layout == nullptr && !head.fault.empty()) return found;
    take_coverage(found, head, options);
    take_advice(found, head);
    return found;
}

}  // namespace

std::vector<Recognised> recognise(const std::string& path, const RecogniseOptions& options) {
    std::error_code ignored;
    if (!fs::is_directory(path, ignored)) return {recognised_file(path, options)};
    if (auto speeches = speeches_in(path)) return {*speeches};
    std::vector<Recognised> all;
    for (const std::string& file : files_in(path, false)) {
        try {
            all.push_back(recognised_file(file, options));
        } catch (const FileError& error) {
            // One that cannot be opened is no reason to tell nothing of the others.
            all.push_back({.path = file, .fault = error.what()});
        }
    }
    if (all.empty())
        throw InputError({path, 0, 0, "the folder holds no files", "name files, or the folder in which they lie"});
    return all;
}

Recognised recognised_table(const Table& table, const std::string& name) {
    Recognised found{name};
    FileHead head;
    head.table = table;
    head.signs.names = table.names;
    head.signs.title = table.origin.title;
    head.whole = found.whole = true;
    take_signs(found, head);
    found.coverage = found.layout != nullptr ? coverage_of(table, *found.layout) : coverage_by_look(table);
    take_advice(found, head);
    return found;
}

const DataLayout* layout_of_table(const Table& table) {
    const DataLayout* layout = layout_with({.names = table.names, .title = table.origin.title});
    return layout != nullptr && layout_doubts(table, *layout).empty() ? layout : nullptr;
}

Table reshaped_by_layout(const Table& table, const DataLayout& layout, const std::vector<std::string>& title,
                         std::vector<std::string>& notes) {
    Table result = reshaped(table, shape_for(layout, table.names), notes);
    for (const auto& [ours, theirs] : layout.renames)
        if (const auto found = result.find(with_names_of_file(theirs, result.names))) result.names[*found] = ours;
    for (const TitleColumn& column : layout.title_columns) {
        const auto text = between_in_title(title, column.after, column.before);
        if (!text || text->empty()) continue;
        result.add(column.name, Column(std::vector<std::string>(result.rows(), *text)));
    }
    if (!layout.squeezed_states.empty() && result.find(layout.squeezed_states)) {
        std::vector<std::string> states = require_texts(result, layout.squeezed_states);
        for (std::string& state : states) state = state_of_squeezed_name(state).value_or(state);
        result.columns[*result.find(layout.squeezed_states)] = Column(states);
    }
    return result;
}

std::string described_shape(const DataLayout& layout) {
    if (!layout.shape) return "";
    const ReshapeOrder& order = *layout.shape;
    if (order.shape == ReshapeOrder::Shape::to_long)
        return "columns become rows: " + order.name + " and " + order.value;
    return joined(order.pieces, "; then ", [](const StackedPiece& piece) {
        return joined(piece.cells, ", ", [](const StackedPiece::Cell& cell) {
            return cell.name + (cell.is_text ? " \"" + cell.from + '"' : " from " + with_names_of_file(cell.from, {}));
        });
    });
}

}  // namespace tarazy
