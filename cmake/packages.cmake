# The packages for Python and R. Each is a shared object made of the libraries, and sources that package_sources writes from
# the table of options; what is built lies in build/<preset>/python/tarazy and build/<preset>/r. They are built when they are
# named (targets tarazy_python, tarazy_r).

# tarazy_package_sources(LANGUAGE FOLDER STAMP): what is made from the table of options, made anew when a command changes.
function(tarazy_package_sources language folder stamp)
    if(NOT TARGET package_sources)
        add_executable(package_sources EXCLUDE_FROM_ALL ${PROJECT_SOURCE_DIR}/bindings/sources/main.cpp)
        target_link_libraries(package_sources PRIVATE tarazy_bindings CLI11::CLI11)
        target_compile_options(package_sources PRIVATE -O1)
    endif()
    add_custom_command(OUTPUT ${stamp} DEPENDS package_sources VERBATIM
        COMMAND package_sources ${language} ${folder} COMMAND ${CMAKE_COMMAND} -E touch ${stamp})
endfunction()

# A shared object for another program: it shows nothing of the libraries in it, so that it gets into nobody's way.
function(tarazy_shared_object name folder)
    target_link_libraries(${name} PRIVATE tarazy_bindings)
    target_link_options(${name} PRIVATE -Wl,--exclude-libs,ALL -Wl,-O1)
    target_compile_options(${name} PRIVATE -O1 -fvisibility=hidden)
    set_target_properties(${name} PROPERTIES EXCLUDE_FROM_ALL ON PREFIX "" LIBRARY_OUTPUT_DIRECTORY ${folder})
endfunction()

function(tarazy_python_package)
    # The Python of the system, whose packages are Debian's, where the user names no other with -DPython_EXECUTABLE.
    if(NOT Python_EXECUTABLE AND EXISTS /usr/bin/python3)
        set(Python_EXECUTABLE /usr/bin/python3)
    endif()
    find_package(Python 3.9 REQUIRED COMPONENTS Interpreter Development.Module)
    find_package(pybind11 2.10 REQUIRED)
    set(folder ${CMAKE_BINARY_DIR}/python/tarazy)
    file(GLOB sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/bindings/python/src/*.cpp)
    pybind11_add_module(tarazy_python_engine MODULE NO_EXTRAS ${sources})
    set_target_properties(tarazy_python_engine PROPERTIES OUTPUT_NAME _engine)
    tarazy_shared_object(tarazy_python_engine ${folder})
    tarazy_package_sources(python ${folder} ${CMAKE_BINARY_DIR}/python/.made)
    file(GLOB by_hand CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/bindings/python/tarazy/*.py
        ${PROJECT_SOURCE_DIR}/bindings/python/tarazy/*.pyi
        ${PROJECT_SOURCE_DIR}/bindings/python/tarazy/py.typed)
    add_custom_command(OUTPUT ${CMAKE_BINARY_DIR}/python/.copied DEPENDS ${by_hand} VERBATIM
        COMMAND ${CMAKE_COMMAND} -E copy_if_different ${by_hand} ${folder}
        COMMAND ${CMAKE_COMMAND} -E touch ${CMAKE_BINARY_DIR}/python/.copied)
    add_custom_target(tarazy_python DEPENDS tarazy_python_engine ${CMAKE_BINARY_DIR}/python/.made
        ${CMAKE_BINARY_DIR}/python/.copied)
endfunction()

function(tarazy_r_package)
    find_program(RSCRIPT Rscript REQUIRED)
    execute_process(COMMAND ${RSCRIPT} -e "cat(R.home('include'), system.file('include', package = 'cpp11'), sep = ';')"
        OUTPUT_VARIABLE r_headers COMMAND_ERROR_IS_FATAL ANY)
    file(GLOB sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/bindings/r/src/*.cpp)
    add_library(tarazy_r_engine MODULE ${sources})
    target_include_directories(tarazy_r_engine SYSTEM PRIVATE ${r_headers})
    target_compile_definitions(tarazy_r_engine PRIVATE R_NO_REMAP)
    set_target_properties(tarazy_r_engine PROPERTIES OUTPUT_NAME tarazy)
    tarazy_shared_object(tarazy_r_engine ${CMAKE_BINARY_DIR}/r)
    tarazy_package_sources(r ${CMAKE_BINARY_DIR}/r ${CMAKE_BINARY_DIR}/r/.made)
    add_custom_target(tarazy_r DEPENDS tarazy_r_engine ${CMAKE_BINARY_DIR}/r/.made)
endfunction()
