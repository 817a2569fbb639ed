#include "table/reshape.hpp"

#include "analyses/write_study/recognise/file_head.hpp"
#include "analyses/write_study/recognise/recognise.hpp"
#include "cli/data/commands.hpp"
#include "io/reading_changes.hpp"

#include <memory>

namespace tarazy {
namespace {

struct ReshapeWords {
    std::string file, to;
    std::vector<std::string> columns, ids, where, stack;
    std::string name = "name", value = "value";
    bool drop_missing = false, sum = false;
};

/// Does the command line say itself what is to be made?
bool says_shape(const ReshapeWords& words) {
    return !words.to.empty() || !words.ids.empty() || !words.where.empty() || !words.stack.empty() ||
           words.drop_missing || words.sum || !words.columns.empty();
}

ReshapeOrder reshape_order_of(const ReshapeWords& words) {
    ReshapeOrder order;
    for (const std::string& text : words.where) order.where.push_back(row_filter(text));
    for (const std::string& text : words.stack) order.pieces.push_back(stacked_piece(text));
    for (const std::string& text : words.columns)
        for (std::string& name : listed_texts(text)) order.columns.push_back(std::move(name));
    for (const std::string& text : words.ids)
        for (std::string& name : listed_texts(text)) order.ids.push_back(std::move(name));
    order.name = words.name;
    order.value = words.value;
    order.drop_missing = words.drop_missing;
    order.sum = words.sum;
    if (!words.to.empty() && !words.stack.empty()) throw UsageError("give either --to or --stack");
    if (words.to.empty() && !words.columns.empty()) throw UsageError("--columns goes with --to long");
    if (!words.stack.empty()) order.shape = ReshapeOrder::Shape::stacked;
    if (words.to == "long") order.shape = ReshapeOrder::Shape::to_long;
    if (words.to == "wide") order.shape = ReshapeOrder::Shape::to_wide;
    return order;
}

/// A file of others that is known, in the shape that commands read.
Table by_layout(Session& session, const std::string& path, std::vector<std::string>& notes) {
    LayoutSigns signs;
    ReadOptions uncounted = session.reading;
    uncounted.matches = nullptr;
    const bool is_file = path != "-" && (session.given == nullptr || !session.given->contains(path));
    if (is_file) signs = read_file_head(path, uncounted).signs;
    Table table = read_input(session, path);
    const DataLayout* layout = signs.bare_fields > 0 ? layout_with(signs) : layout_of_table(table);
    if (layout == nullptr || !layout->shape) {
        const std::string is = layout == nullptr
                                   ? "is no file whose shape is known"
                                   : "is '" + layout->name + "', which has no shape of its own to take on";
        throw InputError({path, 0, 0, is,
                          "say what to make of it: --to long --columns '1990..2024', --to wide, --stack, --where or "
                          "--ids; 'tarazy data recognise' says what it is"});
    }
    note(session, path + ": " + layout->name + "; " + described_shape(*layout));
    ReadOptions marks;
    marks.missing = layout->missing;
    change_as_asked(table, marks);
    return reshaped_by_layout(table, *layout, table.origin.title, notes);
}

void reshape_file(Session& session, const ReshapeWords& words) {
    std::vector<std::string> notes;
    Table result;
    if (says_shape(words)) {
        const ReshapeOrder order = reshape_order_of(words);
        result = reshaped(read_input(session, words.file), order, notes);
    } else {
        result = by_layout(session, words.file, notes);
    }
    for (std::string& sentence : notes) note(session, std::move(sentence));
    print_table(session, result);
}

}  // namespace

void add_data_reshape(CLI::App& noun, Session& session) {
    auto options = std::make_shared<ReshapeWords>();
    CLI::App& app = add_command(
        noun, "reshape",
        "A table in another shape: columns that become rows (years in columns, members in columns), rows that become\n"
        "columns, pairs as two directed rows; rows and columns chosen, values added up. A file that 'data recognise' "
        "knows\n(World Bank, SIPRI, trade and organisations of the Correlates of War, ..) needs no option: it becomes "
        "the long\ntable that the other commands read.",
        {{"tarazy data reshape src/analyses/write_study/recognise/testdata/wdi.csv",
          "a file of the World Bank: state,indicator,year,value"},
         {"tarazy data reshape src/analyses/write_study/recognise/testdata/wdi.csv --to long --columns '1995..2012' "
          "--name year "
          "--value gdp --ids 'Country Code' --drop-missing",
          "the same said in full"},
         {"tarazy data reshape examples/invented-assembly/votes.csv --to wide --name rcid --value vote",
          "a row a member, a column a roll call"}},
        session, [&session, options] { reshape_file(session, *options); });
    app.add_option("file", options->file, "the table; - for standard input")->required();
    app.add_option("--to", options->to, "long (columns become rows) or wide (rows become columns)")
        ->check(CLI::IsMember({"long", "wide"}));
    app.add_option("--columns", options->columns,
                   "which become rows: names, years 1990..2024 (also '1990 [YR1990]', X1990), beginnings share_*; by "
                   "default all but --ids")
        ->allow_extra_args(false);
    app.add_option("--ids", options->ids, "columns that stay, comma-separated (default: all others)")
        ->allow_extra_args(false);
    app.add_option("--name", options->name, "column for the names of the columns")->capture_default_str();
    app.add_option("--value", options->value, "column for their values")->capture_default_str();
    app.add_option("--stack", options->stack,
                   "NEW=COLUMN,NEW=\"text\",..: a piece of the result; given twice, two pieces one below the other")
        ->allow_extra_args(false);
    app.add_option("--where", options->where,
                   "COLUMN=A,B,1990..1999 or COLUMN!=A: only these rows; given twice, both must hold")
        ->allow_extra_args(false);
    app.add_flag("--drop-missing", options->drop_missing, "leave out rows without a value");
    app.add_flag("--sum", options->sum, "add up the values of rows that differ in nothing else");
}

}  // namespace tarazy
