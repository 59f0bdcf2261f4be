#ifndef CSDL_H
#define CSDL_H
#endif
