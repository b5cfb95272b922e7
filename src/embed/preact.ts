/**
 * What a frame takes for React. Zustand asks for all of it, as the default export, and uses three functions: with
 * Preact's own, everything that nobody uses would come along.
 */
import { useCallback, useDebugValue, useSyncExternalStore } from 'preact/compat';

export {
  Component,
  createContext,
  StrictMode,
  useCallback,
  useContext,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useReducer,
  useRef,
  useState,
} from 'preact/compat';
export default { useCallback, useDebugValue, useSyncExternalStore };
