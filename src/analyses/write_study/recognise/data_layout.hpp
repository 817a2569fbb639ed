#pragma once

#include "table/reshape.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tarazy {

// Names of columns in a layout are compared with those of a file by `column_key`: letter case, blanks, dots and
// underscores do not count, since R, Stata and the sites write them in their own ways. In texts of a layout that are
// handed on, `[key]` stands for the column of the file with that key.

/// How the version of a file is told. The first rule that applies does.
struct VersionRule {
    std::string column = {};   ///< the rule looks into this column ..
    std::string cell = {};     ///< .. for this cell in the first row (empty: any; `%` in `version` is the cell);
    int last_year = 0;         ///< or the file ends in this year;
    int years_before = 0;      ///< or always: `%` in `version` is the last year less this number
    std::string between = {};  ///< or a line above the table holds this text: `%` is what follows it, to the next quote
    std::string version = {};
};

/// What a command line does with a file.
struct CommandTemplate {
    std::string purpose;
    /// One after the other. `{file}` the file, `{made}` and `{made2}` files that lines write, `{reading}` options of
    /// reading that it needs, `{state}` a state as its cells write it, `{one}` its ISO code, `{others}` two others,
    /// `{pair}` it and another one, `{first}` and `{last}` the years it covers, `{first:COLUMN}` the first value of
    /// a column.
    std::vector<std::string> lines;
};

/// A text that stands above the table, as a column of the reshaped one.
struct TitleColumn {
    std::string name;    ///< of the new column
    std::string after;   ///< the text begins behind this ..
    std::string before;  ///< .. and ends before this, or at the end of the line
};

/// A file that others publish, as one entry.
struct DataLayout {
    std::string id = {};                    ///< "cow_nmc"
    std::string name = {};                  ///< "Correlates of War: national material capabilities"
    std::string unit = {};                  ///< what a row is: "a state and year"
    std::vector<std::string> columns = {};  ///< all must be there
    std::vector<std::string> any_of = {};   ///< at least one of these, unless empty
    std::vector<std::string> none_of = {};  ///< none of these
    /// Columns named by a year (`1990`, `1990 [YR1990]`), at least so many.
    std::size_t year_columns = 0;
    std::string title = {};  ///< a line above the table holds this text
    /// Of files without a header, parted by tabs: numbers of fields; the field at `date_field` is a date.
    std::vector<std::size_t> bare_fields = {};
    std::size_t date_field = 0;
    std::vector<std::size_t> state_fields = {};
    bool speeches = false;  ///< a folder of files whose names are `ISO_SESSION_YEAR.txt`

    std::vector<std::string> state_columns = {};  ///< where coverage is taken from
    std::string year_column = {};                 ///< year, or a date that begins with it; or a session, see `assembly`
    std::string last_year_column = {};            ///< where rows last
    bool assembly = false;                        ///< the year column holds sessions: 1945 + session
    std::vector<std::string> missing = {};        ///< marks that mean missing: "-9"
    std::vector<VersionRule> versions = {};

    std::optional<ReshapeOrder> shape = {};                         ///< what `data reshape` makes of it
    std::vector<TitleColumn> title_columns = {};                    ///< beside it
    std::vector<std::pair<std::string, std::string>> renames = {};  ///< ours, theirs; after the shape
    /// Column of the reshaped table that holds names of states without blanks (`unitedkingdom`): made ISO codes.
    std::string squeezed_states = {};
    std::vector<CommandTemplate> commands = {};
    std::string role = {};  ///< what a study reads it as, directly: "votes"
    std::vector<std::pair<std::string, std::string>> study_columns = {};
    std::vector<std::string> assumed = {};  ///< what has to be known about it, a sentence each
    /// "file": checked on a file as published; "code": against published code or documentation that names the columns;
    /// "memory": neither could be had.
    std::string verified_by = {};
};

/// All layouts. Of several that a file has, the one with most columns is it; of equal ones the first.
[[nodiscard]] std::span<const DataLayout> data_layouts();
[[nodiscard]] const DataLayout* data_layout(std::string_view id);

/// The name without blanks, dots, underscores and hyphens, ASCII letters in lower case.
[[nodiscard]] std::string column_key(std::string_view name);

/// What of a file decides which layout it has.
struct LayoutSigns {
    std::vector<std::string> names = {};  ///< of its columns; empty where there is no header
    std::vector<std::string> title = {};  ///< lines above the table
    std::size_t bare_fields = 0;          ///< of a file without header: fields in each of the first lines
};

/// The layout that a file has; nullptr when it is none of these. O(layouts x columns)
[[nodiscard]] const DataLayout* layout_with(const LayoutSigns& signs);

/// Does the file have all that this layout wants, though columns of `none_of` say that it is another one?
[[nodiscard]] bool has_signs_of(const LayoutSigns& signs, DataLayout layout);

/// `[key]` replaced by the file's name of that column, and what is not there left as the key.
[[nodiscard]] std::string with_names_of_file(std::string_view text, std::span<const std::string> names);

/// The order with the names that the columns have in the file.
[[nodiscard]] ReshapeOrder shape_for(const DataLayout& layout, std::span<const std::string> names);

/// Columns that the layout wants and the file lacks, for what is nearly one; nearest layouts first, at most three.
struct NearLayout {
    const DataLayout* layout = nullptr;
    std::vector<std::string> lacks = {};
};
[[nodiscard]] std::vector<NearLayout> near_layouts(const LayoutSigns& signs);

}  // namespace tarazy
