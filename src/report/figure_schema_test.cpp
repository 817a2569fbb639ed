#include "report/figure_schema_test.hpp"

#include "io/atomic_file.hpp"
#include "report/messages.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <filesystem>
#include <set>

namespace tarazy {
namespace {

using Json = nlohmann::ordered_json;

const std::string explorer = std::string(TARAZY_SOURCE_DIR) + "/explorer/";

/// The schema of a kind, `columns_like` resolved; null when there is none.
Json schema_of(const std::string& kind) {
    const std::string path = explorer + "figures/" + kind + ".json";
    if (!std::filesystem::exists(path)) return nullptr;
    Json schema = Json::parse(read_file(path));
    if (schema.contains("columns_like"))
        schema["columns"] = schema_of(schema["columns_like"].get<std::string>()).at("columns");
    if (!schema.contains("extras")) schema["extras"] = Json::object();
    return schema;
}

bool is_of(const std::string& type, const Json& value) {
    if (type == "text") return value.is_string();
    if (type == "number") return value.is_number();
    if (type == "boolean") return value.is_boolean();
    // JSON knows no whole numbers: 1992.0 is one.
    if (type == "integer") return value.is_number() && std::floor(value.get<double>()) == value.get<double>();
    if (type == "texts")
        return value.is_array() && std::ranges::all_of(value, [](const Json& v) { return v.is_string(); });
    throw std::logic_error("a figure's schema has a type '" + type + "'");
}

/// What is wrong with a value of a column or of an extra field; empty when it may be so.
std::string fault_of(const Json& value, const Json& field) {
    if (value.is_null()) return field.value("null", false) ? "" : "is null";
    const Json types = field["type"].is_array() ? field["type"] : Json::array({field["type"]});
    if (std::ranges::none_of(types, [&](const Json& type) { return is_of(type.get<std::string>(), value); }))
        return "is " + value.dump() + ", which is no " + types.dump();
    if (!field.contains("choices")) return "";
    const Json texts = value.is_array() ? value : Json::array({value});
    for (const Json& text : texts) {
        if (std::ranges::find(field["choices"], text) == field["choices"].end())
            return "is " + text.dump() + ", which is none of " + field["choices"].dump();
    }
    return "";
}

/// Columns by name; "{measures}_lower" stands for one column a text of the figure's field `measures`.
std::map<std::string, Json> columns_of(const Json& schema, const Json& figure) {
    std::map<std::string, Json> columns;
    for (const auto& [name, field] : schema["columns"].items()) {
        const std::size_t open = name.find('{'), close = name.find('}');
        if (open == std::string::npos) {
            columns[name] = field;
            continue;
        }
        for (const Json& item : figure.value(name.substr(open + 1, close - open - 1), Json::array()))
            columns[name.substr(0, open) + item.get<std::string>() + name.substr(close + 1)] = field;
    }
    return columns;
}

class FigureCheck {
public:
    explicit FigureCheck(const Json& figure) : figure_(figure) {
        for (const char* name : {"id", "kind"}) {
            if (!figure.contains(name) || !figure[name].is_string()) add("has no " + std::string(name));
        }
        if (!faults.empty()) return;
        schema_ = schema_of(figure["kind"]);
        if (schema_.is_null()) {
            add("there is no kind '" + figure["kind"].get<std::string>() + "'");
            return;
        }
        check_texts();
        check_fields();
        check_columns();
    }

    std::vector<std::string> faults;

private:
    void add(const std::string& fault) {
        const std::string id = figure_.contains("id") ? figure_["id"].dump() : "without id";
        faults.push_back("figure " + id + ": " + fault);
    }

    void check_texts() {
        for (const char* part : {"title", "description"}) {
            const Json texts = figure_.value(part, Json::object());
            for (const std::string_view language : report_languages) {
                if (texts.value(std::string(language), "").empty())
                    add("no " + std::string(part) + " in " + std::string(language));
            }
        }
    }

    void check_fields() {
        static const std::set<std::string> frame = {"id", "kind", "title", "description", "columns", "rows"};
        for (const auto& [name, value] : figure_.items()) {
            if (!frame.contains(name) && !schema_["extras"].contains(name)) add("unknown field " + name);
        }
        for (const auto& [name, field] : schema_["extras"].items()) {
            if (!figure_.contains(name)) {
                if (!field.value("optional", false)) add("no field " + name);
            } else if (const std::string fault = fault_of(figure_[name], field); !fault.empty()) {
                add(name + ' ' + fault);
            }
        }
    }

    void check_columns() {
        if (!figure_.value("columns", Json()).is_array() || !figure_.value("rows", Json()).is_array()) {
            add("no columns or no rows");
            return;
        }
        const std::vector<std::string> names = figure_["columns"];
        if (names.empty() && figure_["rows"].empty()) return;  // nothing to draw
        const std::map<std::string, Json> columns = columns_of(schema_, figure_);
        for (const auto& [name, field] : columns) {
            if (!field.value("optional", false) && std::ranges::find(names, name) == names.end())
                add("no column " + name);
        }
        std::set<std::string> seen;
        for (const std::string& name : names) {
            if (!columns.contains(name)) add("unknown column " + name);
            if (!seen.insert(name).second) add("two columns " + name);
        }
        for (std::size_t row = 0; row < figure_["rows"].size(); ++row) check_row(row, names, columns);
    }

    void check_row(std::size_t row, const std::vector<std::string>& names, const std::map<std::string, Json>& columns) {
        const Json& cells = figure_["rows"][row];
        const std::string where = "row " + std::to_string(row);
        if (cells.size() != names.size()) {
            add(where + " has " + std::to_string(cells.size()) + " cells for " + std::to_string(names.size()) +
                " columns");
            return;
        }
        for (std::size_t i = 0; i < names.size(); ++i) {
            const auto column = columns.find(names[i]);
            if (column == columns.end()) continue;
            if (const std::string fault = fault_of(cells[i], column->second); !fault.empty())
                add(where + ", " + names[i] + ' ' + fault);
        }
    }

    const Json& figure_;
    Json schema_;
};

/// A figure without a fault, of three kinds of columns: repeated, nullable, with choices.
Json good() {
    return Json::parse(R"({"id": "s", "kind": "similarity", "measures": ["s_abs"],
        "title": {"en": "a", "kk": "b", "ru": "c"}, "description": {"en": "a", "kk": "b", "ru": "c"},
        "columns": ["year", "session", "member", "pole", "n", "flag", "s_abs", "s_abs_lower", "s_abs_upper"],
        "rows": [[1992.0, null, "CHN", "east", 70, "agenda", 0.5, null, null]]})");
}

using Faults = std::vector<std::string>;

TEST(FigureSchema, AFigureAsItsKindSaysHasNoFault) {
    EXPECT_EQ(figure_faults(good()), Faults{});
}

TEST(FigureSchema, TheSamplesThatTheScriptIsTestedWithHaveNoFault) {
    std::set<std::string> kinds;
    for (const auto& entry : std::filesystem::directory_iterator(explorer + "test/samples")) {
        const Json figure = Json::parse(read_file(entry.path().string()));
        EXPECT_EQ(figure_faults(figure), Faults{});
        kinds.insert(figure["kind"]);
    }
    for (const auto& entry : std::filesystem::directory_iterator(explorer + "figures")) {
        const std::string kind = entry.path().stem().string();
        const bool sampled = entry.path().extension() != ".json" || kinds.contains(kind);
        EXPECT_TRUE(sampled) << kind << " has no sample";
    }
}

TEST(FigureSchema, ACellThatIsNotAsTheColumnSaysIsNamed) {
    Json figure = good();
    figure["rows"].push_back({1992.5, nullptr, nullptr, "east", 70, "domains", "0.5", nullptr, nullptr});
    figure["rows"].push_back({1992});
    EXPECT_EQ(figure_faults(figure), (Faults{R"(figure "s": row 1, year is 1992.5, which is no ["integer"])",
                                             R"(figure "s": row 1, member is null)",
                                             R"(figure "s": row 1, flag is "domains", which is none of ["","agenda"])",
                                             R"(figure "s": row 1, s_abs is "0.5", which is no ["number"])",
                                             R"(figure "s": row 2 has 1 cells for 9 columns)"}));
}

TEST(FigureSchema, ColumnsAndFieldsMustBeThoseOfTheKind) {
    Json figure = good();
    figure["measures"] = {"tau_b"};
    figure["outcome"] = "Y";
    figure["columns"][1] = "year";
    EXPECT_EQ(figure_faults(figure),
              (Faults{R"(figure "s": unknown field outcome)", R"(figure "s": no column session)",
                      R"(figure "s": no column tau_b)", R"(figure "s": no column tau_b_lower)",
                      R"(figure "s": no column tau_b_upper)", R"(figure "s": two columns year)",
                      R"(figure "s": unknown column s_abs)", R"(figure "s": unknown column s_abs_lower)",
                      R"(figure "s": unknown column s_abs_upper)", R"(figure "s": row 0, year is null)"}));
    figure.erase("measures");
    EXPECT_EQ(figure_faults(figure)[1], R"(figure "s": no field measures)");
}

TEST(FigureSchema, KindTitlesAndRowsMustBeThere) {
    Json figure = good();
    figure["kind"] = "pie";
    EXPECT_EQ(figure_faults(figure), Faults{R"(figure "s": there is no kind 'pie')"});
    figure = good();
    figure["title"]["kk"] = "";
    figure.erase("rows");
    EXPECT_EQ(figure_faults(figure), (Faults{R"(figure "s": no title in kk)", R"(figure "s": no columns or no rows)"}));
    EXPECT_EQ(figure_faults(Json::object()),
              (Faults{"figure without id: has no id", "figure without id: has no kind"}));
}

TEST(FigureSchema, AFigureThatHoldsNothingNeedsNoColumns) {
    Json figure = good();
    figure["columns"] = Json::array();
    figure["rows"] = Json::array();
    EXPECT_EQ(figure_faults(figure), Faults{});
}

TEST(FigureSchema, ListsKeepToTheirChoices) {
    Json figure = good();
    figure["kind"] = "fragility";
    figure.erase("measures");
    figure["columns"] = {"case", "variable", "value", "confidence", "others", "changes"};
    figure["rows"] = Json::array(
        {{"KAZ", "NORM", "-", "low", {"0"}, {"parsimonious"}}, {"KAZ", "NORM", 1, "low", Json::array(), {"complex"}}});
    ASSERT_EQ(figure_faults(figure).size(), 1u);
    EXPECT_TRUE(figure_faults(figure)[0].starts_with(R"(figure "s": row 1, changes is "complex", which is none of)"));
}

}  // namespace

std::vector<std::string> figure_faults(const nlohmann::ordered_json& figure) {
    return FigureCheck(figure).faults;
}

}  // namespace tarazy
